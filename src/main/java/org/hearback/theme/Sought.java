package org.hearback.theme;

import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * What a stored query asks of a text, in a form that {@link Sifting} answers for some hundred texts
 * at once. It finds what the query finds in an index. Immutable.
 */
sealed interface Sought {
  /** In no text. */
  Sought NOTHING = new Any(List.of());

  /**
   * What may stand in one place.
   *
   * @param beginnings of words that may
   */
  record Choice(String field, Set<String> words, Set<String> beginnings) {}

  /**
   * A choice, and how many places behind it the last of its window stands in the shortest hit.
   *
   * @param choice the number that it has in the {@link Sieve}
   */
  record Step(int choice, int behind) {}

  /**
   * One of each choice, each moved on by its step, within so many places of each other: a phrase is
   * a window of one place, a single word a phrase of one. Choices are of one field, and one word
   * may stand for two of them.
   */
  record Window(List<Step> steps, int width) implements Sought {}

  /**
   * Two choices of one field, in either order, that are no further apart, and are not the same
   * place.
   */
  record Beside(int one, int other, int reach) implements Sought {}

  /** All of the first and none of the second. */
  record All(List<Sought> parts, List<Sought> not) implements Sought {}

  /** One or more of them. */
  record Any(List<Sought> parts) implements Sought {}

  /** Any text has it. */
  record Everything() implements Sought {}

  /**
   * What is left to Lucene, text by text.
   *
   * @param first what a text has at least that the query finds
   */
  record Searched(Query query, Sought first) implements Sought {}
}
