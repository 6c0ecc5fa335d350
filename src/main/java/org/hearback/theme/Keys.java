package org.hearback.theme;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.hearback.anonymity.Label;
import org.hearback.journey.AreaNames;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;

/**
 * What {@code field:value} may ask for among the words of a search, as in {@code area:early-help}
 * or {@code language:polish}: the keys that labels have, and the names that people know them by.
 * Case and signs do not matter. Safe for any thread.
 */
final class Keys {
  private static final Pattern AGE = Pattern.compile("\\d{1,2}-\\d{1,2}");
  private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(?:q([1-4])|(\\d{2})))?");

  private final Map<String, Term> terms = new HashMap<>();
  private final Supplier<ThemeBook> themes;

  /**
   * @param milestones names by key
   * @param languages tags
   * @param mentions whom comments of others may talk about
   */
  Keys(
      AreaNames areas,
      Map<String, String> milestones,
      List<String> languages,
      Mentions mentions,
      Supplier<ThemeBook> themes) {
    this.themes = themes;
    for (var key : mentions.keys()) {
      put("mentions", key, CommentDocument.MENTIONS, key);
      put("mentions", mentions.name(key), CommentDocument.MENTIONS, key);
    }
    areas
        .names()
        .forEach((key, name) -> {
          put("area", key, CommentDocument.IN_AREA, key);
          put("area", name, CommentDocument.IN_AREA, key);
          areas
              .formerly(key)
              .forEach(former -> put("area", former.name(), CommentDocument.IN_AREA, key));
        });
    for (var side : Side.values()) {
      for (var name : names(side).split(" ")) {
        put("points", name, CommentDocument.POINTS, side.key());
      }
    }
    milestones.forEach((key, name) -> {
      put("milestone", key, CommentDocument.MILESTONE, key);
      put("milestone", name, CommentDocument.MILESTONE, key);
    });
    for (var mark : Label.OUTSIDE_FIGURES) {
      put("milestone", mark, CommentDocument.MILESTONE, mark);
    }
    for (var language : languages) {
      put("language", language, CommentDocument.LANGUAGE, language);
      var name = Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
      put("language", name, CommentDocument.LANGUAGE, language);
    }
    for (var group : AudienceGroup.values()) {
      for (var name : names(group).split(" ")) {
        put("who", name, CommentDocument.GROUP, group.name());
      }
    }
    for (var audience : Audience.values()) {
      for (var name : names(audience).split(" ")) {
        put("who", name, CommentDocument.GROUP, audience.name());
      }
    }
  }

  private static String names(Side side) {
    return switch (side) {
      case MINUS -> "minus wrong wentwrong bad";
      case NEITHER -> "neither";
      case PLUS -> "plus well wentwell good";
    };
  }

  private static String names(AudienceGroup group) {
    return switch (group) {
      case CHILD_AND_YOUNG_PERSON -> "child children childrenandyoungpeople";
      case FAMILY -> "family families";
      case STAFF_AND_PARTNER -> "staffandpartners professionals";
    };
  }

  /** Children's services call all of them children: the younger alone have no word of their own. */
  private static String names(Audience audience) {
    return switch (audience) {
      case CHILD -> "youngerchildren";
      case YOUNG_PERSON -> "youngperson youngpeople";
      case CARE_LEAVER -> "careleaver careleavers";
      case PARENT -> "parent parents";
      case CARER -> "carer carers";
      case STAFF -> "staff";
      case PARTNER -> "partner partners";
    };
  }

  private void put(String field, String value, String indexed, String key) {
    terms.putIfAbsent(field + ":" + plain(value), new Term(indexed, key));
  }

  /** What one word of a search asks for; empty for one that is a word like any other. */
  Optional<Term> find(String word) {
    int colon = word.indexOf(':');
    if (colon < 1 || colon == word.length() - 1) {
      return Optional.empty();
    }
    var field = word.substring(0, colon).toLowerCase(Locale.ROOT);
    var value = word.substring(colon + 1);
    if (field.equals("age") && AGE.matcher(value).matches()) {
      return Optional.of(new Term(CommentDocument.GROUP, value));
    }
    if (field.equals("when")) {
      return period(value.toLowerCase(Locale.ROOT))
          .map(period -> new Term(CommentDocument.IN_PERIOD, period));
    }
    if (field.equals("theme")) {
      return theme(plain(value)).map(theme -> new Term(CommentDocument.THEME, theme));
    }
    return Optional.ofNullable(terms.get(field + ":" + plain(value)));
  }

  private Optional<String> theme(String value) {
    return themes.get().themes().stream()
        .filter(theme -> plain(theme.key()).equals(value) || plain(theme.name()).equals(value))
        .map(Theme::key)
        .findFirst();
  }

  /** {@code 2026}, {@code 2026-Q4}, {@code 2026-11}; {@code nov-2026} and {@code november-2026}. */
  private static Optional<String> period(String value) {
    if (PERIOD.matcher(value).matches()) {
      return Optional.of(value.toUpperCase(Locale.ROOT));
    }
    for (var month : Month.values()) {
      for (var style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
        var name = month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT) + "-";
        if (value.startsWith(name) && value.substring(name.length()).matches("\\d{4}")) {
          return Optional.of("%s-%02d".formatted(value.substring(name.length()), month.getValue()));
        }
      }
    }
    return Optional.empty();
  }

  private static String plain(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
