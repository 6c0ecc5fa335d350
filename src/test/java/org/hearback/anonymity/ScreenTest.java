package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hearback.anonymity.Weights.Weight;
import org.hearback.form.Answer;
import org.hearback.form.Answers;
import org.hearback.form.Form;
import org.hearback.form.Option;
import org.hearback.form.Question;
import org.hearback.form.Standing;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTest {
  private static final Form FORM =
      new Form(
          "f",
          1,
          Audience.YOUNG_PERSON,
          Form.Use.OWN,
          List.of(
              new Question.PickOne(
                  "safe",
                  Optional.empty(),
                  Question.Look.LIST,
                  List.of(
                      new Option("fine", Standing.GOOD, Option.Danger.NONE),
                      new Option("less", Standing.MIDDLE, Option.Danger.AMBER),
                      new Option("not", Standing.POOR, Option.Danger.RED))),
              new Question.PickMany(
                  "need",
                  Optional.empty(),
                  List.of(
                      new Option("time", Standing.MIDDLE, Option.Danger.NONE),
                      new Option("help", Standing.POOR, Option.Danger.AMBER))),
              new Question.OpenText("words", 1000)));

  @ParameterizedTest
  @MethodSource("cases")
  void a_golden_case_gets_its_level(String golden) {
    var least = Level.valueOf(golden.substring(0, golden.indexOf(':')).toUpperCase(Locale.ROOT));
    var level = level(Map.of("words", words(golden.substring(golden.indexOf(':') + 2))));
    if (least == Level.NONE) {
      assertThat(level).isEqualTo(Level.NONE);
    } else {
      assertThat(level).isGreaterThanOrEqualTo(least);
    }
  }

  static List<String> cases() throws IOException {
    try (var in = ScreenTest.class.getResourceAsStream("/golden/screen/cases.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  /** A word may be harmless in one language and none in another. */
  @ParameterizedTest
  @CsvSource({
    "pl, On mnie bije., RED",
    "ro, Tata mă bate., RED",
    "so, Wuu i garaacaa., RED",
    "uk, Він мене б'є., RED",
    "ur, وہ مجھے مارتا ہے۔, RED",
    "cy, Mae o'n fy nharo i., RED",
    "en, Він мене б'є., RED",
    "pl, Spotkanie było dobre i wszystko było jasne., NONE",
    "ro, Asistenta a fost amabilă și a venit la timp., NONE",
    "so, Shaqaaluhu way fiicnaayeen., NONE",
    "uk, Працівниця була добра і все пояснила., NONE",
    "cy, Roedd y cyfarfod yn dda a phawb yn garedig., NONE",
    "ur, میٹنگ اچھی تھی اور سب سمجھ آیا۔, NONE"
  })
  void each_language_has_its_list(String language, String words, Level level) {
    assertThat(Screen.level(words, language)).isEqualTo(level);
  }

  /** No phrase of a list is in these: the weights find them by words that stand near each other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Grandpa sits on my bed when the others sleep and I have to keep it between us
          en | The new bloke she met has keys now and my niece will not be in a room with him
          en | I said I fell. I did not fall
          cy | Mae'r lojer newydd yn dod i'm llofft i pan ma pawb yn cysgu
          pl | Nowy chłopak mamy siada na moim łóżku jak wszyscy śpią
          ro | Noul iubit al mamei se bagă la mine în pat când dorm toți
          so | Ninka cusub ee hooyo wuxuu soo galaa sariirtayda markay dadku hurdaan
          uk | Новий хлопець мами сідає на моє ліжко, коли всі сплять
          ar | صاحب أمي الجديد يجي على سريري لما الكل نايم
          ur | امی کا نیا دوست رات کو میرے بستر پر آ کر بیٹھتا ہے
          """)
  void what_no_list_names_is_found_by_its_weight(String language, String words) {
    assertThat(Screen.level(words, language)).isNotEqualTo(Level.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The panel grilled us for an hour but the biscuits were to die for
          en | My sister will kill me for eating her cake lol
          en | We beat them 4 nil and my feet are killing me
          en | Nobody hurts me here and I like my room
          en | The workshop on sexual abuse was good and the trainer knew her stuff
          en | No one has ever hit me here and the food is good
          en | The suicide prevention training was good and the trainer knew her stuff
          en | The bride and groom danced and my nan is a weapon at darts
          cy | Bu bron i mi farw o chwerthin yn y cyfarfod
          pl | Te formularze mnie wykończą, ale pani była miła
          ro | Am murit de râs la ședință, a fost frumos
          so | Qosol baan la dhintay shirka, way fiicnayd
          uk | Ми ледь не померли зі сміху на зустрічі
          ar | متنا من الضحك في الاجتماع والموظفة لطيفة
          ur | میٹنگ میں ہنس ہنس کر مر گئے
          """)
  void a_figure_of_speech_alarms_nobody(String language, String words) {
    assertThat(Screen.level(words, language)).isEqualTo(Level.NONE);
  }

  /** What is taken out as a jest or as denied takes nothing with it that is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody was there when he hit me",
        "No one hits me here but my stepdad punched my mum",
        "I punched the air and then he punched my sister",
        "The suicide prevention training was good and I want to kill myself",
        "The stairs are a killer. He beats me at the weekend",
        "We beat them at darts and dad strangled mum"
      })
  void danger_beside_a_figure_of_speech_stays(String words) {
    assertThat(Screen.level(words, "en")).isEqualTo(Level.RED);
  }

  @Test
  void a_sentence_is_weighed_alone_and_with_the_one_before_it() {
    var weights = Weights.read();
    var calm = List.of("the", "meeting", "was", "good");
    var danger = List.of("he", "comes", "into", "my", "bed", "at", "night");
    double alone = weights.score(List.of(danger));
    double both = weights.score(List.of(Stream.concat(calm.stream(), danger.stream()).toList()));
    assertThat(both).isLessThan(alone);
    assertThat(weights.score(List.of(calm, danger))).isEqualTo(alone);
    var first = List.of("he", "comes", "into");
    var second = List.of("my", "bed", "at", "night");
    assertThat(weights.score(List.of(first, second)))
        .isGreaterThanOrEqualTo(alone)
        .isGreaterThan(Math.max(weights.score(List.of(first)), weights.score(List.of(second))));
    assertThat(weights.score(List.of())).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** A phrase that is said in jest as well is nothing in what is plainly ordinary. */
  @Test
  void a_phrase_that_may_be_harmless_needs_weight() {
    var phrases = Phrases.read("en");
    var words = Phrases.words("hits me");
    assertThat(phrases.level(words, Weight.ORDINARY)).isEqualTo(Level.NONE);
    assertThat(phrases.level(words, Weight.DOUBT)).isEqualTo(Level.RED);
    assertThat(phrases.level(Phrases.words("I will kill myself"), Weight.ORDINARY))
        .isEqualTo(Level.RED);
  }

  @Test
  void the_weights_raise_to_amber_and_lower_nothing() {
    var phrases = Phrases.read("en");
    assertThat(phrases.level(Phrases.words("all well"), Weight.DANGER)).isEqualTo(Level.AMBER);
    assertThat(phrases.level(Phrases.words("I am homeless"), Weight.ORDINARY))
        .isEqualTo(Level.AMBER);
  }

  @Test
  void one_sentence_among_many_is_not_drowned() {
    var calm =
        "The meeting started late. The report was clear. Thank you for the biscuits. ".repeat(8);
    assertThat(Screen.level(calm, "en")).isEqualTo(Level.NONE);
    assertThat(Screen.level(calm + "He gets in my bed when mum works nights. " + calm, "en"))
        .isNotEqualTo(Level.NONE);
  }

  /** Most people who tell of danger say something kind before, and something ordinary after it. */
  @Test
  void ordinary_sentences_beside_it_take_nothing_back() throws Exception {
    var json = new ObjectMapper();
    int looked = 0;
    for (var line : Files.readAllLines(Path.of("src/test/resources/screen/answers-en.jsonl"))) {
      var answer = json.readTree(line);
      var text = answer.get("text").asText();
      if (answer.get("half").asText().equals("open") && Screen.level(text, "en") != Level.NONE) {
        var among =
            "The worker who came each week was kind, patient and always on time for us. "
                + text
                + ". Thank you for the reports, and for explaining what happens at the next"
                + " meeting.";
        assertThat(Screen.level(among, "en")).as(text).isNotEqualTo(Level.NONE);
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(50);
  }

  @Test
  void the_weights_were_learnt_from_the_sentences_that_lie_here() throws Exception {
    var lines = Files.readAllLines(Path.of("infra/screen/learnt.sha256"));
    assertThat(lines).hasSizeGreaterThan(10);
    for (var line : lines) {
      var file = Files.readAllBytes(Path.of(line.substring(line.indexOf(' ')).strip()));
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      assertThat(line).as("run infra/screen/train").startsWith(hash);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fine:NONE", "less:AMBER", "not:RED"})
  void a_danger_option_gives_its_level(String expected) {
    var tick = expected.split(":");
    assertThat(level(Map.of("safe", ticks(tick[0])))).isEqualTo(Level.valueOf(tick[1]));
  }

  @Test
  void the_most_urgent_of_ticks_and_words_counts() {
    assertThat(level(Map.of("safe", ticks("fine"), "need", ticks("time", "help"))))
        .isEqualTo(Level.AMBER);
    assertThat(level(Map.of("need", ticks("help"), "words", words("he hits me"))))
        .isEqualTo(Level.RED);
    assertThat(level(Map.of("safe", ticks("not"), "words", words("all fine"))))
        .isEqualTo(Level.RED);
  }

  @Test
  void no_answer_is_no_alarm() {
    assertThat(level(Map.of())).isEqualTo(Level.NONE);
  }

  @Test
  void an_answer_to_a_question_that_the_form_does_not_have_is_no_throw() {
    assertThat(level(Map.of("gone", ticks("not"), "words", words("")))).isEqualTo(Level.NONE);
  }

  @Property
  void no_text_at_all_makes_it_throw(@ForAll String text, @ForAll String language) {
    var answers = new Answers(Map.of("words", words(text)));
    assertThat(Screen.level(FORM, answers, language)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no ", "please ", "he ", "a", "لا ", "و", "dont let ", "'", "."})
  void a_long_hostile_text_does_not_hold_it_up(String piece) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> Screen.level(piece.repeat(100_000 / piece.length()), "en"));
  }

  private static Level level(Map<String, Answer> answers) {
    return Screen.level(FORM, new Answers(new LinkedHashMap<>(answers)), "en");
  }

  private static Answer ticks(String... options) {
    return new Answer.Ticks(List.of(options));
  }

  private static Answer words(String raw) {
    return new Answer.Words(raw);
  }
}
