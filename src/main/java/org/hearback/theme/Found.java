package org.hearback.theme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;

/**
 * One page of what a search found.
 *
 * @param total the true number of comments found, whatever the page shows
 * @param byMeaning how many of them hold none of the words, and mean something like them
 * @param page counts from 1
 * @param pages that can be looked at; at least 1
 * @param how the words were taken
 * @param words as they were searched for in the end
 * @param counts by part of the label and value, over all that was found and not over this page
 * @param correction what was done about words that nobody said, or could be
 */
public record Found(
    long total,
    long byMeaning,
    int page,
    int pages,
    List<Hit> hits,
    How how,
    String words,
    Map<String, Map<String, Integer>> counts,
    Optional<Correction> correction) {
  public Found {
    hits = List.copyOf(hits);
  }

  /** Nothing is like a comment that is not there. */
  static Found nothingAlike() {
    return new Found(0, 0, 1, 1, List.of(), How.ALIKE, "", Map.of(), Optional.empty());
  }

  /**
   * Words that nobody said, with others in their place.
   *
   * @param unknown as they were typed
   * @param words all of the words, put right
   */
  public record Correction(List<String> unknown, String words) {
    public Correction {
      unknown = List.copyOf(unknown);
    }

    /** Words do not reach logs. */
    @Override
    public String toString() {
      return "Correction[" + unknown.size() + "]";
    }
  }

  /** What was done with the words that somebody typed. */
  public enum How {
    AS_TYPED,
    /** Nobody said one of them; one like it was taken. */
    CORRECTED,
    /** No comment holds all of them; these hold some. */
    SOME_OF_THEM,
    /** There were none: comments like one comment. */
    ALIKE
  }

  /** How one comment was found. */
  public enum By {
    WORDS,
    /** It says something like it in other words. */
    MEANING,
    BOTH
  }

  /** Words do not reach logs. */
  @Override
  public String toString() {
    return "Found[" + total + "]";
  }

  /**
   * One comment.
   *
   * @param form empty where the response keeps none, and then {@code question} too
   * @param themes keys, the surest first
   * @param mentions keys of other areas that it talks about, by its words
   * @param sides which way a person says that some of them are said
   * @param seems which way all of it seems to point, where no person said so
   * @param sorted who says so
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
      List<Piece> english,
      List<String> themes,
      List<String> mentions,
      Map<String, Side> sides,
      Optional<Side> seems,
      By by,
      Sorted sorted) {
    public Hit {
      themes = List.copyOf(themes);
      mentions = List.copyOf(mentions);
      sides = Map.copyOf(sides);
      words = List.copyOf(words);
      english = List.copyOf(english);
    }

    /** Whether it is what a comment says now. */
    boolean isStill(Comment comment) {
      return text(words).equals(comment.words().value())
          && text(english).equals(comment.english().map(RedactedText::value).orElse(""));
    }

    private static String text(List<Piece> pieces) {
      return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
  }

  /** Who says which themes a comment has. */
  public enum Sorted {
    BY_BOOK,
    BY_PERSON,
    /** A person could not tell what it is about. */
    UNCLEAR
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
