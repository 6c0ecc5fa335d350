package org.hearback.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What only narrows or leaves out, lifted out of what was typed. The parser of words goes from the
 * left to the right, so that {@code area:x late | cancelled} would find what was cancelled in any
 * area, and {@code late | cancelled area:x} would not: wherever such a part stands, it is meant for
 * all the rest. In brackets, in quotes and beside a {@code |} it stays where it is.
 *
 * @param rest in its order
 */
record Lifted(String rest, List<Part> narrowing) {
  private static final String BLANKS = " \t\n\r";

  /** What ends a word, as the parser has it. */
  private static final String ENDS = "\"|+()" + BLANKS;

  private static final char OR = '|';

  /**
   * A word, a phrase or what stands in brackets.
   *
   * @param before the sign between it and the one before; a blank where there is none
   * @param not whether it is to be left out
   * @param text as it was typed
   * @param word without signs that stand for themselves; empty where it is no whole word
   */
  record Part(char before, boolean not, String text, String word) {
    private String typed() {
      return (before == ' ' ? "" : before + " ") + (not ? "-" : "") + text;
    }
  }

  Lifted {
    narrowing = List.copyOf(narrowing);
  }

  /**
   * @param isKey whether a word is a field with a value
   */
  static Lifted of(String typed, Predicate<String> isKey) {
    var parts = new Reading(typed).parts();
    var rest = new ArrayList<String>();
    var narrowing = new ArrayList<Part>();
    for (int at = 0; at < parts.size(); at++) {
      var part = parts.get(at);
      boolean chosen =
          part.before() == OR || at + 1 < parts.size() && parts.get(at + 1).before() == OR;
      if (!chosen && (part.not() || isKey.test(part.word()))) {
        narrowing.add(part);
      } else {
        rest.add(part.typed());
      }
    }
    return new Lifted(String.join(" ", rest), narrowing);
  }

  /** Reads what stands side by side, as the parser does: signs that have no other stay out. */
  private static final class Reading {
    private final String typed;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private char before = ' ';
    private int nots;

    Reading(String typed) {
      this.typed = typed;
    }

    List<Part> parts() {
      while (at < typed.length()) {
        char sign = typed.charAt(at);
        if (sign == '-') {
          nots++;
          at++;
          continue;
        }
        switch (sign) {
          case '(' -> brackets();
          case '"' -> phrase();
          case '|', '+' -> {
            before = before == ' ' && !parts.isEmpty() ? sign : before;
            at++;
          }
          case ')', ' ', '\t', '\n', '\r' -> at++;
          default -> word();
        }
        nots = 0;
      }
      return parts;
    }

    private void add(int from, String word) {
      parts.add(new Part(before, nots % 2 == 1, typed.substring(from, at), word));
      before = ' ';
    }

    private void brackets() {
      int from = at;
      int depth = 0;
      int end = at;
      do {
        char sign = typed.charAt(end);
        end += sign == '\\' ? 2 : 1;
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      } while (depth > 0 && end < typed.length());
      closed(from, depth > 0 ? -1 : end);
    }

    private void phrase() {
      int from = at;
      int end = at + 1;
      while (end < typed.length() && typed.charAt(end) != '"') {
        end += typed.charAt(end) == '\\' ? 2 : 1;
      }
      if (end + 1 < typed.length() && typed.charAt(end + 1) == '~') { // how near
        end++;
        while (end + 1 < typed.length() && ENDS.indexOf(typed.charAt(end + 1)) < 0) {
          end++;
        }
      }
      closed(from, end < typed.length() ? end + 1 : -1);
    }

    /**
     * @param end behind the sign that closes it; below zero where there is none
     */
    private void closed(int from, int end) {
      if (end < 0) {
        at++;
      } else if (end == from + 2) { // nothing within
        before = ' ';
        at = end;
      } else {
        at = end;
        add(from, "");
      }
    }

    private void word() {
      int from = at;
      var word = new StringBuilder();
      boolean beginning = false;
      while (at < typed.length() && ENDS.indexOf(typed.charAt(at)) < 0) {
        beginning = !word.isEmpty() && typed.charAt(at) == '*';
        if (typed.charAt(at) == '\\') {
          at++;
          beginning = false;
        }
        if (at < typed.length()) {
          word.append(typed.charAt(at));
          at++;
        }
      }
      if (!word.isEmpty()) {
        add(from, beginning ? "" : word.toString());
      }
    }
  }
}
