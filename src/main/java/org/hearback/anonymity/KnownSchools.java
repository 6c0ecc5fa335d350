package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The schools of the contact record, however much of the name somebody writes: "st marys" for "St
 * Mary's Catholic Primary School", with one slip in a long word. What kind of school it is stays.
 */
final class KnownSchools {
  private static final Map<String, String> SHORT = Map.of("saint", "st", "mount", "mt");
  private static final Set<String> EVERYDAY = WordList.words("no-part-of-name-en.txt");
  private static final int LOOSE_MIN = 6;
  private static final int CLEAR_MIN = 4;

  private KnownSchools() {}

  static List<Span> find(Folded folded, String language, KnownNames known) {
    var found = new ArrayList<Span>();
    if (known.schools().isEmpty()) {
      return found;
    }
    var words = Schools.WORD.matcher(folded.text()).results().toList();
    var lower = words.stream().map(word -> plain(word.group())).toList();
    var ordinary = Ordinary.of(language);
    for (var name : known.schools()) {
      own(name)
          .ifPresent(own -> {
            for (int at = 0; at + own.size() <= lower.size(); at++) {
              int end = at + own.size();
              boolean capitals = Schools.capitals(words.subList(at, end));
              if (isIt(own, lower.subList(at, end))
                  && (isClear(own, ordinary, capitals) || at(lower, at, end))) {
                found.add(folded.span(words.get(at).start(), words.get(end - 1).end(), Tag.SCHOOL));
              }
            }
          });
    }
    return found;
  }

  /** A name up to the kind of school; of what stands behind, as a place, it can do without. */
  private static Optional<List<String>> own(String name) {
    var own = new ArrayList<String>();
    boolean named = false;
    for (var word : Schools.WORD.matcher(Folded.plain(name)).results().toList()) {
      var plain = plain(word.group());
      boolean kind = Schools.KIND.contains(plain) || Schools.SCHOOL.contains(plain);
      if (kind && named) {
        break;
      }
      if (!own.isEmpty() || !plain.equals("the")) {
        own.add(plain); // "Church Lane" begins like a kind
      }
      named |= !kind && !plain.equals("the");
    }
    return named ? Optional.of(own) : Optional.empty();
  }

  private static boolean isIt(List<String> own, List<String> said) {
    for (int at = 0; at < own.size(); at++) {
      var one = own.get(at);
      if (!one.equals(said.get(at))
          && !(one.length() >= LOOSE_MIN && Slip.apart(said.get(at), one))) {
        return false;
      }
    }
    return true;
  }

  /** "Hope" and "Park" are words as well; two words together are hardly said by chance. */
  private static boolean isClear(List<String> own, Set<String> ordinary, boolean capitals) {
    var first = own.getFirst();
    return own.size() > 1
        || capitals
        || first.length() >= CLEAR_MIN && !ordinary.contains(first) && !EVERYDAY.contains(first);
  }

  private static boolean at(List<String> lower, int at, int end) {
    return Schools.beforeSchool(lower, end) || Schools.goes(lower, at);
  }

  private static String plain(String word) {
    var plain = Schools.plain(word);
    return SHORT.getOrDefault(plain, plain);
  }
}
