package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearback.anonymity.Label;
import org.hearback.form.Form;
import org.hearback.form.Forms;
import org.hearback.form.Question;
import org.hearback.form.Scribe;
import org.hearback.form.Words;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Audience;
import org.hearback.journey.Milestone;
import org.hearback.journey.Milestones;

/** Says keys in words for a reading room page. Immutable, safe for any thread. */
@Singleton
final class Wording {
  /** What is asked about {@link Side}. */
  static final String POINTS = "Which way it points";

  private static final Pattern PERIOD = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?");

  private final AreaNames areas;
  private final Milestones milestones;
  private final Forms forms;
  private final Words words;
  private final ThemeBooks themes;
  private final Mentions mentions;

  Wording(
      AreaNames areas,
      Milestones milestones,
      Forms forms,
      Words words,
      ThemeBooks themes,
      Mentions mentions) {
    this.areas = areas;
    this.milestones = milestones;
    this.forms = forms;
    this.words = words;
    this.themes = themes;
    this.mentions = mentions;
  }

  /** The label in one line; what was coarsened away is not mentioned. */
  String label(Label label) {
    return Stream.of(
            area(label.area()),
            audience(label.audience()),
            label.ageBand().isEmpty() ? "" : "aged " + label.ageBand(),
            milestone(label.milestone()),
            period(label.period()) + (label.hasLostItsTime() ? " or before" : ""),
            label.language().isEmpty() ? "perhaps translated" : language(label.language()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** What a search is narrowed to; what stands on no label is said as it was typed. */
  List<String> choices(Filter filter) {
    var choices = new ArrayList<String>();
    add(choices, "Service area", filter.area(), this::area);
    add(choices, "Who said it", filter.group(), Who::inWords);
    add(choices, "Milestone", filter.milestone(), this::milestone);
    add(choices, "When", filter.period(), this::periodTyped);
    add(choices, "Language", filter.language(), this::language);
    add(choices, "Theme", filter.theme(), this::theme);
    add(choices, Mentions.TITLE, filter.mentions(), this::mentioned);
    add(choices, POINTS, filter.points(), this::points);
    return choices;
  }

  private static void add(
      List<String> choices, String title, String chosen, UnaryOperator<String> inWords) {
    if (!chosen.isEmpty()) {
      choices.add(title + ": " + inWords.apply(chosen));
    }
  }

  private String periodTyped(String typed) {
    return PERIOD.matcher(typed).matches() ? period(typed) : typed;
  }

  String area(String key) {
    return areas.name(key);
  }

  /** An area that comments of others talk about; its key where nobody knows it any more. */
  String mentioned(String key) {
    return mentions.name(key);
  }

  String milestone(String key) {
    return switch (key) {
      case Label.BY_OPEN_LINK -> "By a poster or tablet";
      case Label.LATE -> "Kept late, milestone unknown";
      case Label.LATE_BY_OPEN_LINK -> "By a poster or tablet, kept late";
      default -> milestones.find(key).map(Milestone::name).orElse(key);
    };
  }

  /** The name of a theme, also of one out of use; its key where the book has never had it. */
  String theme(String key) {
    return themes.find(key).map(Theme::name).orElse(key);
  }

  /** The key of a {@link Side}; as it was typed where it is none. */
  String points(String key) {
    return Side.ofKey(key)
        .map(side ->
            switch (side) {
              case MINUS -> "Something went wrong";
              case NEITHER -> "Neither, says a person";
              case PLUS -> "Something went well";
            })
        .orElse(key);
  }

  /**
   * Which way a comment says a theme, in a sign and in words. Where nobody said so it is the way in
   * which the comment seems to point, or else the theme is mostly said, and named as that; empty
   * where it is said either way.
   */
  Optional<Signed> side(String theme, Optional<Side> said, Optional<Side> seems) {
    return said.map(side -> new Signed(side.sign(), side.words() + ", says a person"))
        .or(() ->
            seems.map(side -> new Signed(side.sign() + "?", "it seems that it " + side.words())))
        .or(() ->
            themes
                .find(theme)
                .flatMap(Theme::usually)
                .map(side -> new Signed("usually " + side.sign(), "mostly " + side.words())));
  }

  /**
   * A side as it is shown.
   *
   * @param words for whoever does not see the sign
   */
  record Signed(String sign, String words) {}

  String language(String tag) {
    return tag.equals("und") ? "Not kept" : Locale.of(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  /** For example {@code November 2026}, {@code October to December 2026} or {@code 2026}. */
  String period(String period) {
    if (period.length() < 7) {
      return period;
    }
    var year = period.substring(0, 4);
    return switch (period.substring(5)) {
      case "Q1" -> "January to March " + year;
      case "Q2" -> "April to June " + year;
      case "Q3" -> "July to September " + year;
      case "Q4" -> "October to December " + year;
      default ->
          java.time.Month.of(Integer.parseInt(period.substring(5)))
                  .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
              + " "
              + year;
    };
  }

  /** The question as it was asked, in English; a plain word where the response keeps no form. */
  String question(String form, String question) {
    if (question.equals(Scribe.QUESTION)) {
      return "Who helped to answer";
    }
    var key = "form." + form + "." + question;
    return words.knows(key) ? words.text(Words.SOURCE, key) : "In their own words";
  }

  String option(String form, int version, String question, String option) {
    var key =
        forms
            .find(form, version)
            .flatMap(found -> found.question(question).map(asked -> key(found, asked, option)))
            .orElse("form." + form + "." + question + "." + option);
    return words.knows(key) ? words.text(Words.SOURCE, key) : option;
  }

  private static String key(Form form, Question asked, String option) {
    return asked.options().stream()
        .filter(it -> it.key().equals(option))
        .findFirst()
        .map(it -> form.wordsOf(asked, it))
        .orElse("");
  }

  private static String audience(Audience audience) {
    return switch (audience) {
      case CHILD -> "child";
      case YOUNG_PERSON -> "young person";
      case CARE_LEAVER -> "care leaver";
      case PARENT -> "parent";
      case CARER -> "carer";
      case STAFF -> "staff";
      case PARTNER -> "partner agency";
    };
  }
}
