package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Schools of England by their names, as a list knows them: beside a word for a school in whatever
 * case ("at oakmere primary"), and without one where somebody goes there ("she left Oakmere"). What
 * kind of school it is stays.
 */
final class Schools {
  static final Pattern WORD = Pattern.compile("[\\p{L}0-9][\\p{L}0-9'&-]*");
  private static final int WORDS_MOST = 6;
  private static final int KINDS_MOST = 4;

  static final Set<String> SCHOOL =
      Set.of(
          "school",
          "schools",
          "academy",
          "primary",
          "nursery",
          "college",
          "juniors",
          "infants",
          "high",
          "secondary",
          "comp",
          "grammar",
          "comprehensive");

  static final Set<String> KIND =
      Set.of(
          "c",
          "of",
          "e",
          "ce",
          "cofe",
          "rc",
          "catholic",
          "church",
          "england",
          "community",
          "primary",
          "junior",
          "infant",
          "infants",
          "secondary",
          "high",
          "grammar",
          "comprehensive",
          "special",
          "nursery",
          "boys",
          "girls",
          "boys'",
          "girls'",
          "voluntary",
          "free",
          "middle",
          "upper",
          "lower",
          "first",
          "and");

  private static final Set<String> THERE =
      Set.of("attend", "attends", "attended", "attending", "left", "started", "joined", "called");

  /** Behind a name of a place, it says that this is no school. */
  private static final Set<String> OTHER =
      Set.of(
          "hospital",
          "clinic",
          "ward",
          "wards",
          "wd",
          "surgery",
          "unit",
          "centre",
          "center",
          "team",
          "road",
          "street",
          "house",
          "station",
          "court",
          "library",
          "park",
          "church");

  private static final Set<String> GO =
      Set.of("go", "goes", "went", "going", "gone", "take", "takes", "took", "drive", "walk");

  /** In a name, these may be small. */
  static final Set<String> SMALL = Set.of("of", "and", "the", "on", "upon", "in", "with");

  /** What else a name needs to be a school. */
  private enum Needs {
    /** Nothing: it is hardly anything else. */
    NOTHING,
    /** Capitals: small, they are ordinary words. */
    CAPITALS,
    /** A word for a school: a place or a person has that name too. */
    SCHOOL
  }

  private static final Map<String, Needs> NAMES = read();

  private Schools() {}

  static List<Span> find(Folded folded) {
    var words = WORD.matcher(folded.text()).results().toList();
    var lower = words.stream().map(word -> plain(word.group())).toList();
    var found = new ArrayList<Span>();
    for (int at = 0; at < words.size(); at++) {
      int end = end(words, lower, at);
      if (end > at) {
        found.add(folded.span(words.get(at).start(), words.get(end - 1).end(), Tag.SCHOOL));
        at = end - 1;
      }
    }
    return found;
  }

  /** Behind the last word of the school that begins here; the same place where none does. */
  private static int end(List<MatchResult> words, List<String> lower, int at) {
    boolean goes = goes(lower, at);
    for (int end = Math.min(words.size(), at + WORDS_MOST); end > at; end--) {
      var needs = NAMES.get(String.join(" ", lower.subList(at, end)));
      if (needs == null || needs == Needs.CAPITALS && !capitals(words.subList(at, end))) {
        continue;
      }
      boolean alone = needs != Needs.SCHOOL && !isOther(lower, end);
      if (beforeSchool(lower, end) || alone && (goes || at(lower, at) && end - at > 1)) {
        return end;
      }
    }
    return at;
  }

  private static boolean isOther(List<String> lower, int end) {
    return end < lower.size() && OTHER.contains(lower.get(end));
  }

  /** Much else is "at Oakmere" too: a ward, a district. */
  private static boolean at(List<String> lower, int at) {
    return at > 0 && lower.get(at - 1).equals("at");
  }

  static boolean goes(List<String> lower, int at) {
    int before = at > 0 && lower.get(at - 1).equals("the") ? at - 2 : at - 1;
    return before >= 0
        && (THERE.contains(lower.get(before))
            || before > 0 && lower.get(before).equals("to") && GO.contains(lower.get(before - 1)));
  }

  static boolean beforeSchool(List<String> lower, int end) {
    int at = end;
    while (at < lower.size() && at < end + KINDS_MOST && KIND.contains(lower.get(at))) {
      if (SCHOOL.contains(lower.get(at))) {
        return true;
      }
      at++;
    }
    return at < lower.size() && SCHOOL.contains(lower.get(at));
  }

  static boolean capitals(List<MatchResult> words) {
    return words.stream()
        .map(MatchResult::group)
        .allMatch(word -> Character.isUpperCase(word.charAt(0)) || SMALL.contains(word));
  }

  /** Whether an apostrophe is there or not is a matter of luck. */
  static String plain(String word) {
    return word.toLowerCase(java.util.Locale.ROOT).replace("'", "");
  }

  private static Map<String, Needs> read() {
    var names = new HashMap<String, Needs>();
    for (var line : WordList.read("schools.txt")) {
      char mark = line.charAt(line.length() - 1);
      switch (mark) {
        case '^' -> names.put(line.substring(0, line.length() - 1), Needs.CAPITALS);
        case '~' -> names.put(line.substring(0, line.length() - 1), Needs.SCHOOL);
        default -> names.put(line, Needs.NOTHING);
      }
    }
    return Map.copyOf(names);
  }
}
