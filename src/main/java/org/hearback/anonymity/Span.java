package org.hearback.anonymity;

/**
 * A stretch of a raw text to be taken out.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
public record Span(int start, int end, Tag tag) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("not a stretch: " + start + ".." + end);
    }
  }
}
