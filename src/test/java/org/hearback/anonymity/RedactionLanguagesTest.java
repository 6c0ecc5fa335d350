package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hearback.bench.RedactionLanguages;
import org.hearback.bench.RedactionLanguages.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The seven languages beside English: what was measured once stays so. */
class RedactionLanguagesTest {
  private static final double OWN_MIN = 0.94;
  private static final double PRECISION_MIN = 0.94;
  private static final int TOUCHED_MAX = 1;

  static Stream<Arguments> parts() {
    return RedactionLanguages.LANGUAGES.stream()
        .flatMap(language -> Stream.of(Part.values()).map(part -> Arguments.of(language, part)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void what_is_marked_is_found_and_little_else(String language, Part part) {
    var sum = RedactionLanguages.sum(language, part);
    assertThat(sum.recall())
        .as("found")
        .isGreaterThanOrEqualTo(part == Part.LATE ? lateMin(language) : OWN_MIN);
    assertThat(sum.precision()).as("right").isGreaterThanOrEqualTo(PRECISION_MIN);
    assertThat(sum.touched()).as("controls touched").isLessThanOrEqualTo(TOUCHED_MAX);
  }

  /** English names in Arabic letters are in no list, and no capital shows them. */
  private static double lateMin(String language) {
    return switch (language) {
      case "ar", "ur" -> 0.66;
      case "uk" -> 0.88;
      default -> 1.0;
    };
  }

  @Test
  void each_language_has_enough_of_both() {
    for (var language : RedactionLanguages.LANGUAGES) {
      var tuning = RedactionLanguages.sum(language, Part.TUNING);
      var held = RedactionLanguages.sum(language, Part.HELD);
      assertThat(tuning.marked() + held.marked()).isGreaterThanOrEqualTo(30);
      assertThat(tuning.controls() + held.controls()).isGreaterThanOrEqualTo(15);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Oleksandr, олександром", "Kovalenko, коваленкові", "Mariia, марією", "Olha, ользі",
    "Serhii, сергієві", "Fedir, федора", "Levytskyi, левицького", "Andrey, андрієм"
  })
  void a_name_is_known_in_cyrillic_cases(String name, String word) {
    assertThat(Cyrillic.keys(Folded.plain(name.toLowerCase(java.util.Locale.ROOT))))
        .contains(Cyrillic.key(Folded.plain(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "muhammad, محمد",
    "tariq, طارق",
    "aishah, عائشہ",
    "khadija, خديجة",
    "jordan, جوردان",
    "shabana, شبانہ",
    "yusuf, يوسف",
    "ghassan, غسان",
    "mehwish, مہوش"
  })
  void a_name_is_known_in_arabic_letters(String name, String word) {
    assertThat(ArabicSpelling.beside(name))
        .hasValueSatisfying(pattern -> assertThat(Folded.plain(word)).matches(pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "jakub, jakubem",
    "maria, marii",
    "marek, markowi",
    "pawel, pawla",
    "agnieszka, agnieszce",
    "kowalski, kowalskiego",
    "robert, robercie",
    "andreea, andreei",
    "maria, mariei"
  })
  void a_name_is_known_in_latin_cases(String name, String word) {
    assertThat(Inflected.forms(name)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "Marka waan imid shalay., so, Mark Young",
    "The marka is here., en, Mark Young",
    "Fără ajutor nu merge., ro, Farah Khan",
    "الحمد لله على كل شيء, ar, Hamid Ali",
    "هنا الطريق طويل, ar, Tariq Hana",
    "اس ملک میں سارا دن, ur, Sara Malik",
    "Czasem macie rację., pl, Max Czas",
    "Czasami z bratem., pl, Will Brat",
    "Nie macie racji., pl, Ola Mata",
    "Am spus domnului., ro, John Domn",
    "За столом і на столі., uk, Max Stoll",
    "Мені самого початку казали., uk, Sam Stone",
    "Вона хоче вести розмову., uk, Jay West"
  })
  void a_word_of_every_day_is_no_form_of_a_name(String text, String language, String name) {
    assertThat(new Redactor().find(text, language, new KnownNames(List.of(name)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Jestem mamą trójki dzieci i jestem sama., pl",
    "Jestem Polką i jestem miła., pl",
    "Pani Pracownik Socjalna pomogła., pl",
    "Brat Był ze mną., pl",
    "Ma cheama sora. O cheama mama., ro",
    "Sora Mea e bolnavă. Doamna Asistentă Socială a fost., ro",
    "De 3 luni așteptăm. Se întâlnesc de 2 zile., ro",
    "Моя бабуся Сказала так., uk",
    "كتبوا اسمه بشكل خاطئ, ar",
    "اسمها موجود في القائمة, ar",
    "I said to Al Fresco and os. plan 2., en",
    "My name is Not important., en"
  })
  void who_somebody_is_to_whom_and_what_they_waited_for_stays(String text, String language) {
    assertThat(new Redactor().find(text, language, KnownNames.none())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "Spotkaliśmy się w Thrumfield w poniedziałek. | Thrumfield",
        "W marcu było dwanaście osób. | marcu, dwanaście",
        "Дякую Вам, Рада допомогла у березні. | березні",
        "رأيت كايتلين في الحديقة. | كايتلين",
        "المدرسة جيدة والبيت هادئ. | nothing"
      })
  void a_reader_is_shown_what_may_be_a_name(String text, String doubts) {
    var found =
        Redactor.doubts(text, List.of()).stream()
            .map(span -> text.substring(span.start(), span.end()))
            .toList();
    assertThat(found)
        .isEqualTo(doubts == null ? List.of() : Stream.of(doubts.split(", ")).toList());
  }
}
