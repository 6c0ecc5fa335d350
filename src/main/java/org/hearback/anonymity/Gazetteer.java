package org.hearback.anonymity;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that people have, from public lists. Read once; immutable, for any thread. */
final class Gazetteer {
  /** What is known of a name. */
  enum Trait {
    FIRST,
    LAST,
    /** Many people are called so. */
    USUAL,
    /** An English word too. */
    WORD,
    /** A town or a country too. */
    PLACE
  }

  private static final Set<Trait> NONE = Set.of();
  private static final Map<String, Set<Trait>> NAMES = read();

  private Gazetteer() {}

  /** Empty for what is no name. */
  static Set<Trait> of(String lower) {
    return NAMES.getOrDefault(lower, NONE);
  }

  static List<String> usualFirstNames() {
    return NAMES.entrySet().stream()
        .filter(name -> name.getValue().containsAll(Set.of(Trait.FIRST, Trait.USUAL)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Set<Trait>> read() {
    var names = new HashMap<String, Set<Trait>>();
    // few sets for many names
    var shared = new HashMap<Set<Trait>, Set<Trait>>();
    add(names, shared, "first-names.txt", Trait.FIRST);
    add(names, shared, "surnames.txt", Trait.LAST);
    return Map.copyOf(names);
  }

  private static void add(
      Map<String, Set<Trait>> names, Map<Set<Trait>, Set<Trait>> shared, String list, Trait trait) {
    for (var line : WordList.read(list)) {
      var traits = EnumSet.of(trait);
      int end = line.length();
      for (; !Character.isLetter(line.charAt(end - 1)); end--) {
        switch (line.charAt(end - 1)) {
          case '!' -> traits.add(Trait.USUAL);
          case '~' -> traits.add(Trait.WORD);
          case '@' -> traits.add(Trait.PLACE);
          default -> throw new IllegalStateException(list + " has an unknown mark: " + line);
        }
      }
      var name = line.substring(0, end);
      traits.addAll(names.getOrDefault(name, NONE));
      names.put(name, shared.computeIfAbsent(traits, Set::copyOf));
    }
  }
}
