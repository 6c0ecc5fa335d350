package org.hearback.anonymity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Words in a row, as a line of a screen list writes them. A gap lets up to four words of the same
 * sentence pass. Its work is bounded: at each word so many steps at most as the phrase has parts
 * and gaps.
 */
record Phrase(List<Part> parts) {
  private static final int GAP_MAX = 4;

  /** Stands between sentences; no part matches it and no gap crosses it. */
  static final Set<String> STOP = Set.of();

  /** One place of a phrase. */
  sealed interface Part {
    record AnyOf(Set<String> words, List<String> beginnings, boolean number) implements Part {
      boolean takes(Set<String> forms) {
        for (var form : forms) {
          if (words.contains(form) || begins(form) || number && Character.isDigit(form.charAt(0))) {
            return true;
          }
        }
        return false;
      }

      private boolean begins(String form) {
        for (var beginning : beginnings) {
          if (form.startsWith(beginning)) {
            return true;
          }
        }
        return false;
      }
    }

    record Gap() implements Part {}
  }

  static Phrase of(String line) {
    return new Phrase(Arrays.stream(line.strip().split("\\s+")).map(Phrase::part).toList());
  }

  private static Part part(String written) {
    if (written.equals("...")) {
      return new Part.Gap();
    }
    var either = List.of(written.split("/"));
    var words = either.stream().filter(word -> !word.endsWith("*")).toList();
    var beginnings =
        either.stream()
            .filter(word -> word.endsWith("*"))
            .map(word -> word.substring(0, word.length() - 1))
            .toList();
    return new Part.AnyOf(Set.copyOf(words), beginnings, words.contains("#"));
  }

  /** One past the last word of the phrase if it begins at this word, otherwise -1. */
  int endFrom(List<Set<String>> text, int at) {
    return endFrom(text, at, 0);
  }

  private int endFrom(List<Set<String>> text, int at, int part) {
    if (part == parts.size()) {
      return at;
    }
    if (at >= text.size() && !(parts.get(part) instanceof Part.Gap)) {
      return -1;
    }
    return switch (parts.get(part)) {
      case Part.AnyOf word -> word.takes(text.get(at)) ? endFrom(text, at + 1, part + 1) : -1;
      case Part.Gap _ -> afterGap(text, at, part + 1);
    };
  }

  private int afterGap(List<Set<String>> text, int at, int part) {
    for (int next = at; next <= Math.min(at + GAP_MAX, text.size()); next++) {
      int end = endFrom(text, next, part);
      if (end >= 0) {
        return end;
      }
      if (next < text.size() && text.get(next).equals(STOP)) {
        return -1;
      }
    }
    return -1;
  }
}
