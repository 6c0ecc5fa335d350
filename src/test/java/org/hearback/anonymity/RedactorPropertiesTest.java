package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands around it: what points to a person does not come through. */
class RedactorPropertiesTest {
  private static final Redactor REDACTOR = new Redactor();
  private static final KnownNames NAMES =
      new KnownNames(List.of("Jordan Kerslake", "Mariam Al-Hadid", "عمر الكرسلي"));

  @Property
  void a_planted_phone_never_survives(
      @ForAll("noise") String before,
      @ForAll("phones") String phone,
      @ForAll("noise") String after) {
    gone(before, phone, after);
  }

  @Property
  void a_planted_mail_never_survives(
      @ForAll("noise") String before, @ForAll("mails") String mail, @ForAll("noise") String after) {
    gone(before, mail, after);
  }

  @Property
  void a_planted_code_never_survives(
      @ForAll("noise") String before, @ForAll("codes") String code, @ForAll("noise") String after) {
    gone(before, code, after);
  }

  @Property
  void a_planted_name_never_survives(
      @ForAll("noise") String before, @ForAll("names") String name, @ForAll("noise") String after) {
    gone(before, name, after);
  }

  @Property
  void any_text_at_all_is_redacted_without_a_throw(@ForAll String text, @ForAll String name) {
    var spans = REDACTOR.find(text, "en", new KnownNames(List.of(name)));
    assertThat(REDACTOR.find(text, "ar", new KnownNames(List.of(name)))).isEqualTo(spans);
    assertThat(Redactor.apply(text, spans).value()).isNotNull();
  }

  @Property(tries = 15)
  void a_long_hostile_text_does_not_hold_it_up(@ForAll("hostile") String piece) {
    for (int length : List.of(1_000, 100_000)) {
      var text = piece.repeat(length / piece.length() + 1);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> REDACTOR.find(text, "en", NAMES));
    }
  }

  private static void gone(String before, String planted, String after) {
    // Something that is neither letter nor digit stands around it, or it would be a part of another
    // word.
    var raw = before + " (" + planted + ") " + after;
    var clean = Redactor.apply(raw, REDACTOR.find(raw, "en", NAMES)).value();
    int there = count(before + after, planted);
    assertThat(count(clean, planted)).as(raw).isLessThanOrEqualTo(there);
    assertThat(clean).as(raw).contains("[");
    if (there == 0) {
      assertThat(clean.toLowerCase(Locale.ROOT)).doesNotContain(planted.toLowerCase(Locale.ROOT));
    }
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Provide
  Arbitrary<String> noise() {
    var words =
        Arbitraries.of(
            "the",
            "plan",
            "12",
            "My",
            "nan",
            "قال",
            "و",
            "\n",
            "...",
            "😀",
            "2016",
            "at",
            "@",
            "no",
            "call",
            "0",
            "(",
            "+",
            "Nobody",
            "ß",
            "\u200f",
            "‘quoted’",
            "x".repeat(70));
    var soup = Arbitraries.strings().ofMaxLength(40);
    return Arbitraries.oneOf(words.list().ofMaxSize(12).map(list -> String.join(" ", list)), soup)
        // a digit or sign glued to the plant makes another number of it, which is not what is
        // planted
        .map(text -> text + " x");
  }

  @Provide
  Arbitrary<String> phones() {
    var digits = Arbitraries.strings().numeric().ofLength(6);
    return Combinators.combine(
            Arbitraries.of(
                "07700 9",
                "07700-9",
                "+44 7700 9",
                "+44 (0)7700 9",
                "077009",
                "0117 49",
                "00447009"),
            digits,
            Arbitraries.of("", " ", "-", "."))
        .as((start, rest, gap) ->
            start + rest.substring(0, 2) + gap + rest.substring(2, start.length() > 11 ? 6 : 5));
  }

  @Provide
  Arbitrary<String> mails() {
    var word =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars("0123456789")
            .ofMinLength(1)
            .ofMaxLength(12);
    return Combinators.combine(word, word, Arbitraries.of("org", "co.uk", "com", "gov.uk"))
        .as((local, host, end) -> local + "@" + host + "." + end);
  }

  @Provide
  Arbitrary<String> codes() {
    var postcode =
        Combinators.combine(
                Arbitraries.of("BS", "B", "ZZ", "SW", "E"),
                Arbitraries.of("1", "14", "99", "1A"),
                Arbitraries.of("", " "),
                Arbitraries.of("4ST", "3WZ", "1AA"))
            .as((area, district, gap, inward) -> area + district + gap + inward);
    var ni =
        Combinators.combine(
                Arbitraries.of("AB", "QQ", "JK", "WY"),
                Arbitraries.strings().numeric().ofLength(6),
                Arbitraries.of("A", "C", "D"))
            .as((prefix, digits, suffix) -> prefix + digits + suffix);
    return Arbitraries.oneOf(postcode, ni, nhs())
        .flatMap(code -> Arbitraries.of(code, code.toLowerCase(Locale.ROOT)));
  }

  private static Arbitrary<String> nhs() {
    return Arbitraries.strings()
        .numeric()
        .ofLength(9)
        .flatMap(nine -> Arbitraries.integers().between(0, 9).map(check -> nine + check))
        .filter(Numbers::nhsChecks)
        .flatMap(ten ->
            Arbitraries.of(
                ten, ten.substring(0, 3) + " " + ten.substring(3, 6) + " " + ten.substring(6)));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(
        "Jordan",
        "jordan",
        "JORDAN",
        "Jordon",
        "jorden",
        "Kerslake",
        "kerslak",
        "Kerslake's",
        "Mariam",
        "maryam",
        "Hadid",
        "hadid",
        "Al-Hadid",
        "عمر",
        "وعمر",
        "لعمر",
        "الكرسلي",
        "كرسلى",
        "والكرسلي",
        "Jordan Kerslake");
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
        "a",
        "1",
        "1 ",
        "1-",
        "07700 ",
        "@",
        "a@",
        "a.",
        "@.",
        "www.",
        "http://",
        "one ",
        "double ",
        "AB1",
        "A1 ",
        "ni ",
        "ni 1",
        "Mr ",
        "Mr. A",
        "jordam ",
        "jordajorda",
        "و",
        "ال",
        "عمر ",
        "\u200f",
        "1/1/",
        "+",
        "+4",
        "(0)",
        "insta is ",
        "a at gmail ",
        "\ud800",
        "ﷺ",
        "12 jan",
        "12 marca ",
        "ul. ",
        "ulica Aa ",
        "Ysgol Aa ",
        "школа Аа ",
        "мене звати ",
        "nazywam sie Aa ",
        "اسمي ",
        "شارع ",
        "لاركه اسکول ",
        "عمر ستة ",
        "Xaaxaa ",
        "мммм ");
  }
}
