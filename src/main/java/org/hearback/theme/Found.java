package org.hearback.theme;

import java.util.List;
import java.util.UUID;
import org.hearback.anonymity.Label;

/**
 * One page of what a search found.
 *
 * @param total the true number of comments found, whatever the page shows
 * @param page counts from 1
 * @param pages that can be looked at; at least 1
 */
public record Found(long total, int page, int pages, List<Hit> hits) {
  public Found {
    hits = List.copyOf(hits);
  }

  /**
   * One comment.
   *
   * @param form empty where the response keeps none, and then {@code question} too
   * @param english what it says in English, by its reader; empty where nobody wrote it
   */
  public record Hit(
      UUID comment,
      UUID response,
      String form,
      int formVersion,
      String question,
      String language,
      Label label,
      List<Piece> words,
      List<Piece> english) {
    public Hit {
      words = List.copyOf(words);
      english = List.copyOf(english);
    }
  }

  /** A stretch of the words as they are, to be escaped by whoever shows it. */
  public record Piece(String text, boolean marked) {
    /** Length only: words do not reach logs, redacted or not. */
    @Override
    public String toString() {
      return "Piece[" + text.length() + "]";
    }
  }
}
