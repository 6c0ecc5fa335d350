package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom comments talk about beside their own area, by the words of {@code forms/mentions.yml}. */
class MentionsTest {
  static final Mentions MENTIONS = Mentions.of(MentionFile.text(), Council.AREAS, Council.NAMES);
  private static final String OWN = "family-help-north";

  /** One line of the sentences that were there before the queries. */
  private record Said(String language, Set<String> areas, String words) {}

  @Test
  void whom_people_speak_of_is_there_in_every_language_of_the_index() {
    assertThat(MENTIONS.keys())
        .contains("police", "schools", "health", "mental-health", "housing", "courts", "fostering")
        .contains("children-in-care")
        .doesNotContain("westhaven", OWN);
    assertThat(MENTIONS.name("fostering")).isEqualTo("Fostering and kinship");
    assertThat(MENTIONS.name("police")).isEqualTo("Police");
    assertThat(MENTIONS.name("gone")).isEqualTo("gone");
    var spoken = MENTIONS.stored(Endings.ENGLISH).stream().map(Stored::key).toList();
    assertThat(spoken).hasSizeGreaterThan(18);
    for (var endings : Endings.ALL) {
      assertThat(MENTIONS.stored(endings)).extracting(Stored::key).isEqualTo(spoken);
    }
  }

  /** Only that nothing is broken: the queries were written with these in sight. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | police,schools | the police officer at school was kind
          en | police | Two policewomen came to the house
          en | schools | Nobody told school that we had moved
          en | health | the doctor at the hospital said so
          en | health | Our health visitor left
          en | mental-health | we have waited two years for CAMHS
          en | housing | Housing said we are not homeless enough
          en | probation | her probation worker was on holiday
          en | courts | it went to court twice
          en | early-help | we were sent to the family hub
          en | disabled-children | they cut our short breaks
          en | child-protection | nobody told me what a core group is
          en | children-in-care | I was taken into care at six
          en | fostering | my foster carers are kind
          en | leaving-care | my PA never calls
          en | residential | I live in a children's home
          en | youth-justice | the YOT lady was funny
          en | reviewing | my IRO never came
          en | advocacy | an advocate spoke for me
          en | adoption | the adoption took three years
          en | domestic-abuse | women's aid found us a place
          en | first-contact | I rang MASH and they hung up
          cy | police | roedd yr heddlu yno
          cy | schools | dywedodd yr ysgol
          pl | police | przyjechała policja
          pl | health | byliśmy w szpitalu
          ro | schools | la școală nu știau
          ro | police | a venit poliția
          so | schools | dugsiga lama sheegin
          so | police | booliska ayaa yimid
          uk | schools | у школі нічого не знали
          uk | police | приїхала поліція
          ar | police | اتصلوا بالشرطة
          ar | schools | لم تعرف المدرسة شيئا
          ur | police | پولیس آ گئی
          ur | schools | اسکول کو کچھ نہیں بتایا
          en | - | My worker was kind
          en | - | the social worker and the other workers were late
          en | - | she is old school
          en | - | stop policing my phone
          en | - | we are all in good health
          en | - | I heard the sound of her court shoes
          en | - | the ball is in your court
          en | - | my mental health is worse since then
          en | - | an old doctored photo
          pl | - | pracownica była miła
          ar | - | نحن بصحة جيدة
          """)
  void what_they_were_written_for_they_find(String language, String areas, String words)
      throws IOException {
    assertThat(found(List.of(new Said(language, areas(areas), words))).getFirst())
        .as(words)
        .isEqualTo(areas(areas));
  }

  /** The figures of {@code performance.md}; the floors keep a change from making them worse. */
  @Test
  void sentences_that_nobody_tuned_to() throws IOException {
    var said = heldOut();
    var found = found(said);
    for (var language : List.of("en", "other")) {
      int right = 0;
      int wrong = 0;
      int missed = 0;
      int silent = 0;
      int silentRight = 0;
      for (int at = 0; at < said.size(); at++) {
        var one = said.get(at);
        if (one.language().equals("en") != language.equals("en")) {
          continue;
        }
        var both = new TreeSet<>(one.areas());
        both.retainAll(found.get(at));
        right += both.size();
        wrong += found.get(at).size() - both.size();
        missed += one.areas().size() - both.size();
        silent += one.areas().isEmpty() ? 1 : 0;
        silentRight += one.areas().isEmpty() && found.get(at).isEmpty() ? 1 : 0;
        if (Boolean.getBoolean("each") && !one.areas().equals(found.get(at))) {
          System.out.println(one + " -> " + found.get(at));
        }
      }
      double recall = (double) right / (right + missed);
      double precision = (double) right / (right + wrong);
      System.out.printf(
          Locale.ROOT,
          "mentions, held out, %s: recall %.2f (%d of %d), precision %.2f (%d of %d), silent %d of"
              + " %d%n",
          language,
          recall,
          right,
          right + missed,
          precision,
          right,
          right + wrong,
          silentRight,
          silent);
      assertThat(recall).isGreaterThan(0.7);
      assertThat(precision).isGreaterThan(0.7);
    }
  }

  private static List<Said> heldOut() throws IOException {
    try (var lines = MentionsTest.class.getResourceAsStream("/theme/mentions/held-out.tsv")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(line -> new Said(line[0], areas(line[1]), line[2]))
          .toList();
    }
  }

  private static Set<String> areas(String written) {
    return written.equals("-") ? Set.of() : new TreeSet<>(List.of(written.split(",")));
  }

  /** All that is found, whatever area a comment is of. */
  private static List<Set<String>> found(List<Said> said) throws IOException {
    var comments =
        said.stream().map(one -> comment(one.language(), one.words(), Optional.empty())).toList();
    var sorted = sorted(comments);
    return comments.stream().<Set<String>>map(it -> new TreeSet<>(sorted.get(it.id()))).toList();
  }

  private static Map<UUID, Set<String>> sorted(List<Comment> comments) throws IOException {
    return new Tagger(ThemeBook.EMPTY)
        .sorted(comments, Map.of(), Meaning.NONE, MENTIONS)
        .mentions();
  }

  @Test
  void ones_own_area_and_what_is_above_or_below_it_is_no_other() {
    var both = Set.of("fostering", "police", "children-in-care", "leaving-care");
    assertThat(MENTIONS.links(both, "fostering").said()).containsExactly("leaving-care", "police");
    assertThat(MENTIONS.links(both, "children-in-care").said()).containsExactly("police");
    assertThat(MENTIONS.links(both, "westhaven").said()).containsExactly("police");
    assertThat(MENTIONS.links(both, "no-such").said()).isEmpty();
    assertThat(MENTIONS.links(Set.of("gone"), OWN)).isEqualTo(Mentions.Links.NONE);
  }

  @Test
  void whoever_talks_about_a_part_talks_about_the_whole_and_never_about_the_council() {
    var links = MENTIONS.links(Set.of("fostering", "police"), OWN);
    assertThat(links.said()).containsExactly("fostering", "police");
    assertThat(links.all()).containsExactlyInAnyOrder("fostering", "children-in-care", "police");
    assertThat(MENTIONS.links(Set.of("fostering"), "leaving-care").all())
        .containsExactly("fostering");
  }

  @Test
  void a_rendering_says_it_as_well_and_a_language_without_words_by_it_alone() throws Exception {
    var english = Optional.of(RedactedText.stored("The police came to school."));
    var portuguese = comment("pt", "A polícia veio à escola.", english);
    var alone = comment("pt", "A polícia veio à escola.", Optional.empty());
    var sorted = sorted(List.of(portuguese, alone));
    assertThat(sorted.get(portuguese.id())).containsExactlyInAnyOrder("police", "schools");
    assertThat(sorted.get(alone.id())).isEmpty();
  }

  @Test
  void the_words_for_which_a_link_is_there_are_told() {
    var text = "The health visitor and the other health visitor came; the GP did not.";
    assertThat(MENTIONS.words("health", "en", text)).containsExactly("health visitor", "GP");
    assertThat(MENTIONS.words("police", "en", text)).isEmpty();
    assertThat(MENTIONS.words("gone", "en", text)).isEmpty();
    assertThat(MENTIONS.words("health", "pt", text)).isEmpty();
    assertThat(MENTIONS.words("health", "en", "")).isEmpty();
    assertThat(MENTIONS.words("police", "und", "جاءت الشرطة")).containsExactly("الشرطة");
  }

  @Test
  void themes_are_what_they_were_without_it() throws Exception {
    var comments = new ArrayList<Comment>();
    for (var said : heldOut()) {
      comments.add(comment(said.language(), said.words(), Optional.empty()));
    }
    var tagger = ThemeFile.tagger();
    assertThat(tagger.sorted(comments, Map.of(), Meaning.NONE, MENTIONS).tags())
        .isEqualTo(tagger.tags(comments));
  }

  @Test
  void another_file_or_another_tree_is_another_index() {
    var rules = rules(MENTIONS);
    assertThat(rules)
        .isEqualTo(rules(Mentions.of(MentionFile.text(), Council.AREAS, Council.NAMES)));
    assertThat(rules)
        .isNotEqualTo(rules(Mentions.of(MentionFile.text() + "\n", Council.AREAS, Council.NAMES)));
    var parents = new java.util.HashMap<>(Council.AREAS.parents());
    parents.put("fostering", "family-help");
    var moved = new ServiceAreas(parents, Council.AREAS.council());
    assertThat(rules).isNotEqualTo(rules(Mentions.of(MentionFile.text(), moved, Council.NAMES)));
  }

  private static String rules(Mentions mentions) {
    return new Documents(
            Council.AREAS, mentions, new Tagger(ThemeBook.EMPTY), _ -> Map.of(), Meaning.NONE)
        .rules();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          {polizei: {words: {en: [polizei]}}}; /areas/polizei is no area of service-areas.yml
          {fostering: {name: Foster, words: {en: [foster]}}}; /areas/fostering/name stands in service-areas.yml
          {westhaven: {words: {en: [council]}}}; /areas/westhaven is the whole council
          {a: {name: Police, words: {en: [pc]}}, b: {name: police, words: {en: [pc]}}}; /areas/b/name is a name that another has
          {a: {name: Early help and family hubs, words: {en: [pc]}}}; /areas/a/name is a name that another has
          {a: {name: A, words: {en: [pc], xx: [pc]}}}; /areas/a/words/xx is no language
          {a: {name: A, words: {cy: [pc]}}}; en
          {a: {name: A, words: {en: [pc, '"of']}}}; /areas/a/words/en/1 opens a quotation mark
          {a: {name: A, words: {en: ['(pc | x']}}}; /areas/a/words/en/0 opens a bracket
          {a: {name: A, words: {en: ['| *']}}}; /areas/a/words/en/0 can find nothing
          {a: {name: A, words: {en: ['"a b c d e f g h i|j k"']}}}; /areas/a/words/en/0 can find nothing
          {a: {name: A, words: {en: ['-police']}}}; /areas/a/words/en/0 finds every comment
          {a: {name: A, words: {en: [pc], en: [pc]}}}; Duplicate
          {a: {name: A, word: {en: [pc]}}}; word
          """)
  void a_file_with_a_mistake_is_refused_with_its_place(String areas, String message) {
    assertThatThrownBy(() -> Mentions.of("areas: " + areas, Council.AREAS, Council.NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forms/mentions.yml")
        .hasMessageContaining(message);
  }

  @Test
  void nobody_has_to_be_spoken_of() throws Exception {
    var nobody = Mentions.of("areas: {}", Council.AREAS, Council.NAMES);
    assertThat(nobody.keys()).isEmpty();
    assertThat(nobody.stored(Endings.ENGLISH)).isEmpty();
  }

  private static Comment comment(String language, String words, Optional<RedactedText> english) {
    return new Comment(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "",
        1,
        "",
        language,
        RedactedText.stored(words),
        english,
        new Label(OWN, Audience.PARENT, "", "", "2026", ""));
  }
}
