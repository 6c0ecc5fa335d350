package org.hearback.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words under one key as a person reads them, places filled in, with what the linter must know of
 * them. Immutable.
 *
 * @param where the form and its version, or the pages around
 * @param sentences of the text, one after another, without the space between them
 * @param part what the words are on the page
 * @param readers who must be able to read them
 */
record Said(
    String where,
    String language,
    String key,
    String text,
    List<String> sentences,
    Part part,
    Readership readers) {

  /** What words are on a page. */
  enum Part {
    /** A question or statement that is answered by a tick. */
    TICKED,
    /** The same on a scale of agreement. */
    AGREED,
    /** A question that is answered in free text. */
    OPEN,
    OPTION,
    /** What stands before, beside and after the questions. */
    AROUND;

    boolean asks() {
      return this == TICKED || this == AGREED || this == OPEN;
    }
  }

  /**
   * What ends a sentence, with quotes and brackets that close with it; "16.30" and "e.g. this" go
   * on.
   */
  private static final Pattern END =
      Pattern.compile("[.?!…]+[\\p{Pf}\\p{Pe}\"’]*\\s+(?=[\\p{Lu}\\p{N}\\p{Pi}\\p{Ps}\"])");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}’'-]*");

  static Said of(
      String where, String language, String key, String text, Part part, Readership readers) {
    return new Said(where, language, key, text, sentences(text), part, readers);
  }

  private static List<String> sentences(String text) {
    var sentences = new ArrayList<String>();
    int from = 0;
    for (var end = END.matcher(text); end.find(); from = end.end()) {
      sentences.add(text.substring(from, end.end()).strip());
    }
    var rest = text.substring(from).strip();
    if (!rest.isEmpty()) {
      sentences.add(rest);
    }
    return sentences;
  }

  static List<String> words(String sentence) {
    return WORD.matcher(sentence).results().map(MatchResult::group).toList();
  }
}
