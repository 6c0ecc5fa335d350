package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule of the linter of words by what it must find and what only looks like it. A line of a
 * table: who reads, which part of the page, the sentence.
 */
class WordRulesTest {
  private static final BannedWords BANNED =
      new BannedWords(
          YamlFile.read(
              "forms/banned-words.yml",
              Resources.text("forms/banned-words.yml"),
              Resources.text("forms/banned-words.schema.json")));

  private record Rule(WordRule rule, String found, String passed) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              new SentenceLength(),
              """
              child_4_7     | ticked | Is there a grown-up in this house who helps you when you feel really sad?
              child_8_11    | ticked | Did the people at your meeting tell you what was going to happen after it, and when it would?
              easy_read     | around | We want to know what you think of the help that you and your family have had.
              young_person  | agreed | Before the meeting someone took the time to tell me why people were worried, in words that I could understand well.
              family        | around | Short. But this one goes on and on until nobody who reads it on a small phone at the end of a long day can still say how it began.
              """,
              """
              child_4_7     | ticked | Is there a grown-up here who helps you when you are sad?
              easy_read     | around | We want to know what you think. You can stop at any time. Nobody minds.
              family        | around | Numbers with points such as 3.5 and times such as 16.30 end no sentence, so this is one, of twenty-four words in all.
              """),
          new Rule(
              BANNED,
              """
              young_person  | ticked | Did contact go well?
              young_person  | ticked | Are Contacts long enough?
              child_4_7     | ticked | Do you like your placement?
              child_8_11    | option | In my placements
              care_leaver   | agreed | My care-plan is about my life.
              family        | ticked | Was the case conference clear?
              care_leaver   | around | Your LAC review is soon.
              professional  | around | LACs are children.
              child_8_11    | ticked | Do you see your siblings?
              easy_read     | around | This is a statutory visit.
              everybody     | around | Tell us about your care plan.
              young_person  | ticked | Does your PA’s phone work?
              """,
              """
              professional  | ticked | Was the placement right?
              young_person  | ticked | Did you see your family?
              young_person  | agreed | I was well placed to say it.
              young_person  | agreed | My plan is about my life.
              family        | ticked | Just in case, did you get a number? We use the word “incase” nowhere.
              care_leaver   | agreed | They came as a pa and a ma.
              family        | around | You are lacking nothing.
              care_leaver   | option | A replacement phone
              """),
          new Rule(
              new OneIdea(),
              """
              family        | ticked | Did they listen? Did they act?
              family        | agreed | They listened to me, and they did what they said.
              young_person  | ticked | Did someone ask you, or did someone tell you why not?
              young_person  | agreed | I know what happens next and who does it.
              child_8_11    | ticked | Do you feel safe and do you sleep well?
              care_leaver   | agreed | I was heard but I was not helped.
              family        | ticked | Did you get an interpreter and/or more time?
              care_leaver   | agreed | I know my part of the plan and by when it is due.
              family        | open   | What helped most, and what would you change?
              """,
              """
              young_person  | agreed | People treated me and my family with respect.
              professional  | agreed | I had enough time and supervision to do this work well.
              professional  | agreed | The child’s view shaped how and when we ended.
              care_leaver   | agreed | My plan is about my life, and not a copy of the last one.
              professional  | agreed | My view was weighed, also where I disagreed.
              family        | ticked | Did you and I speak the same language?
              family        | around | You can stop and you can skip. Did you know? Do you mind?
              family        | option | Better and then worse
              """),
          new Rule(
              new DoubleNegative(),
              """
              young_person  | agreed | Nobody told me nothing.
              family        | ticked | Was it not unfair?
              family        | ticked | Did you never feel unsafe?
              family        | around | It is not impossible to find you.
              young_person  | around | Nothing bad happens if you do not answer.
              family        | agreed | I was not listened to.
              family        | agreed | Nobody asked what I thought.
              care_leaver   | agreed | The worker didn't come when it mattered.
              """,
              """
              family        | agreed | The worker listened to me, even where we didn’t agree.
              young_person  | ticked | Was anyone there you didn’t feel safe with?
              family        | ticked | What did you need that you didn’t get?
              family        | around | We do not know who you are, and nobody can find out.
              family        | around | It was not only the time, and no matter how.
              family        | ticked | Did you not get an answer?
              care_leaver   | option | No, never
              """),
          new Rule(
              PhraseRule.nudging(),
              """
              child_8_11    | around | You are nearly there.
              child_8_11    | around | Well done, that was the last one.
              child_8_11    | around | Thank you!
              young_person  | around | Only 2 more to go.
              young_person  | around | Just one more question.
              young_person  | around | You get a badge for this.
              young_person  | around | Keep your streak.
              family        | around | Please help us to get better.
              family        | around | Your voice matters.
              family        | around | Most parents answer in three minutes.
              family        | around | Please answer all questions.
              family        | around | You have to answer before Friday.
              family        | around | Hurry, this is your last chance.
              family        | around | Answer now and win a voucher.
              """,
              """
              child_8_11    | around | There are no wrong answers.
              young_person  | around | You do not have to wait for us to read this.
              young_person  | around | Question 2 of 7
              family        | around | Thank you. We have your answers.
              family        | around | Tick all that fit.
              professional  | around | It does not take the place of what you have to report.
              professional  | around | Check your answers and press Send again.
              family        | ticked | Did the window let in too much noise?
              """),
          new Rule(
              PhraseRule.leading(),
              """
              family        | ticked | How helpful was your worker?
              family        | ticked | How much did you like the meeting?
              young_person  | ticked | Didn't you feel listened to?
              young_person  | ticked | People listened to you, didn’t they?
              young_person  | ticked | The meeting was fair, right?
              family        | ticked | Do you agree that things are better now?
              family        | agreed | Our friendly team listened to me.
              family        | agreed | Of course someone explained it.
              family        | ticked | Would you recommend this service?
              """,
              """
              family        | ticked | How was the meeting for you?
              family        | ticked | How do you feel about where you live?
              young_person  | ticked | Did people listen to you?
              family        | agreed | The worker listened to me, even where we didn’t agree.
              family        | agreed | The report is right.
              family        | agreed | My family was kind to our worker.
              family        | around | Is that not helpful? How helpful is this page?
              """),
          new Rule(
              PhraseRule.asksTooMuch(),
              """
              child_8_11    | open   | What is your name?
              child_8_11    | open   | Tell us your social worker’s name.
              family        | open   | Write the names of the people who were there.
              young_person  | ticked | Which school do you go to?
              family        | open   | Who was your social worker?
              child_8_11    | open   | What happened?
              young_person  | open   | Tell us what happened to you.
              young_person  | open   | When did it happen?
              child_4_7     | open   | Who hurt you?
              child_8_11    | ticked | Who are you scared of?
              young_person  | open   | Who did this?
              young_person  | open   | Describe what you saw.
              """,
              """
              young_person  | agreed | I know what is meant to happen next.
              professional  | agreed | The family knew what would happen next.
              young_person  | ticked | Did someone tell you what happened in the meeting?
              family        | agreed | Someone told us what happened next.
              child_8_11    | ticked | Is there an adult you could tell if something was wrong?
              young_person  | ticked | Do you feel safe with the people who look after you?
              family        | agreed | The worker used the name I like to be called.
              family        | around | We do not ask your name or what happened.
              """),
          new Rule(
              new LongWord(),
              """
              child_8_11    | ticked | Did you get the information?
              easy_read     | around | There are many opportunities.
              care_leaver   | agreed | My accommodation is safe.
              """,
              """
              child_8_11    | ticked | Did you understand the meeting?
              family        | ticked | Did you get the information?
              young_person  | around | Ring 116 123 or 0800 1111.
              care_leaver   | agreed | My worker is well-organised-ish.
              """));

  @TestFactory
  Stream<DynamicTest> each_rule_finds_what_it_is_for() {
    return lines(Rule::found)
        .map(line ->
            DynamicTest.dynamicTest(
                line.name(),
                () -> assertThat(line.findings()).as("%s", line.said().text()).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> what_only_looks_like_it_passes() {
    return lines(Rule::passed)
        .map(line ->
            DynamicTest.dynamicTest(
                line.name(),
                () -> assertThat(line.findings()).as("%s", line.said().text()).isEmpty()));
  }

  @Test
  void every_rule_of_the_linter_is_in_the_table() {
    assertThat(RULES.stream().map(it -> it.rule().name()))
        .containsExactlyInAnyOrderElementsOf(
            WordLint.rules(BANNED).stream().map(WordRule::name).toList());
  }

  /** Every word of the list is found, in one and in more, also where it opens a sentence. */
  @TestFactory
  Stream<DynamicTest> every_banned_word_is_found() {
    return YamlFile.read(
            "forms/banned-words.yml",
            Resources.text("forms/banned-words.yml"),
            Resources.text("forms/banned-words.schema.json"))
        .get("words")
        .valueStream()
        .map(node -> node.get("word").asText())
        .map(word ->
            DynamicTest.dynamicTest(
                word,
                () -> {
                  var said = said(Readership.EVERYBODY, Said.Part.AROUND, word + " is a word.");
                  assertThat(BANNED.findings(said)).isNotEmpty();
                }));
  }

  @Test
  void a_finding_says_what_is_wrong_and_what_to_do() {
    var said = said(Readership.YOUNG_PERSON, Said.Part.TICKED, "Did contact go well?");
    assertThat(BANNED.findings(said).map(Finding::line))
        .containsExactly(
            "a-form/1, form.a-form.key (en), banned-word: “Did contact go well?” says “contact” to"
                + " young people. Say instead: seeing my family, or for the verb: ring, write to,"
                + " ask");
  }

  private record Line(WordRule rule, Said said) {
    String name() {
      return rule.name() + ": " + said.text();
    }

    List<Finding> findings() {
      return rule.findings(said).toList();
    }
  }

  private static Stream<Line> lines(java.util.function.Function<Rule, String> table) {
    return RULES.stream()
        .flatMap(rule ->
            table
                .apply(rule)
                .lines()
                .map(line -> line.split("\\|", 3))
                .map(cells -> line(rule, cells)));
  }

  private static Line line(Rule rule, String[] cells) {
    return new Line(
        rule.rule(),
        said(
            Readership.valueOf(cells[0].strip().toUpperCase(Locale.ROOT)),
            Said.Part.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)),
            cells[2].strip()));
  }

  private static Said said(Readership readers, Said.Part part, String text) {
    return Said.of("a-form/1", "en", "form.a-form.key", text, part, readers);
  }
}
