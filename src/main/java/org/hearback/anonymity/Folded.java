package org.hearback.anonymity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A text as a recogniser wants to see it, with the way back to the raw text. Accents, invisible
 * characters and Arabic vowel signs are gone, all digits are ASCII, odd blanks and dashes are plain
 * ones, Arabic letters that people swap (alef, ya, ta marbuta, hamza) are one; case is kept.
 * Immutable.
 */
final class Folded {
  private static final Map<Integer, String> BY_HAND =
      Map.ofEntries(
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) 'ʼ', "'"),
          Map.entry((int) '´', "'"),
          Map.entry((int) '`', "'"),
          Map.entry((int) 'ى', "ي"),
          Map.entry((int) 'ی', "ي"),
          Map.entry((int) 'ک', "ك"),
          Map.entry((int) 'ة', "ه"),
          Map.entry((int) 'ٱ', "ا"),
          Map.entry((int) 'ء', ""),
          Map.entry((int) 'ـ', ""));

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private Folded(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  static Folded of(String raw) {
    var text = new StringBuilder(raw.length());
    // Each code point becomes 18 units at most (U+FDFA), nearly always one; the arrays grow with
    // the text.
    var starts = new int[raw.length() + 18];
    var ends = new int[raw.length() + 18];
    for (int at = 0; at < raw.length(); ) {
      int point = raw.codePointAt(at);
      int next = at + Character.charCount(point);
      var plain = fold(point);
      if (plain.isEmpty() && !text.isEmpty()) {
        ends[text.length() - 1] = next;
      }
      if (text.length() + plain.length() > starts.length) {
        starts = java.util.Arrays.copyOf(starts, starts.length * 2 + plain.length());
        ends = java.util.Arrays.copyOf(ends, starts.length);
      }
      for (int unit = 0; unit < plain.length(); unit++) {
        starts[text.length()] = at;
        ends[text.length()] = next;
        text.append(plain.charAt(unit));
      }
      at = next;
    }
    return new Folded(text.toString(), starts, ends);
  }

  /** Folds a name or a word of a list, so that it can be compared with folded text. */
  static String plain(String word) {
    return of(word).text;
  }

  String text() {
    return text;
  }

  /** The stretch of the raw text behind a stretch of the folded one. */
  Span span(int start, int end, Tag tag) {
    return new Span(starts[start], ends[end - 1], tag);
  }

  /**
   * Each find of a pattern; of one with a part that is called "it", that part where it is there.
   */
  List<Span> finds(Pattern pattern, Tag tag) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> {
          boolean part = match.namedGroups().containsKey("it") && match.start("it") >= 0;
          return part
              ? span(match.start("it"), match.end("it"), tag)
              : span(match.start(), match.end(), tag);
        })
        .toList();
  }

  /**
   * Names of one word or more.
   *
   * @param found the words that belong to one
   * @param near whether a word belongs to the same as the one before, if both belong to any
   */
  List<Span> names(List<Word> words, BitSet found, IntPredicate near) {
    var spans = new ArrayList<Span>();
    for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
      int last = at;
      while (found.get(last + 1) && near.test(last + 1)) {
        last++;
      }
      spans.add(span(words.get(at).start(), words.get(last).end(), Tag.NAME));
      at = last;
    }
    return spans;
  }

  private static String fold(int point) {
    if (point < 0x80 && point != '`') {
      return Character.toString(point);
    }
    var byHand = BY_HAND.get(point);
    if (byHand != null) {
      return byHand;
    }
    int digit = Character.digit(point, 10);
    if (digit >= 0) {
      return Character.toString('0' + digit);
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> "";
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DASH_PUNCTUATION -> "-";
      case Character.SURROGATE -> "\uFFFD";
      default -> decomposed(point);
    };
  }

  private static String decomposed(int point) {
    if (point == '−') {
      return "-";
    }
    var parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    var plain = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
        .map(part -> Character.digit(part, 10) < 0 ? part : '0' + Character.digit(part, 10))
        .forEach(part -> plain.append(BY_HAND.getOrDefault(part, Character.toString(part))));
    return plain.toString();
  }
}
