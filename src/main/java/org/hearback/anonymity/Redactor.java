package org.hearback.anonymity;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the words of a free text that point to a person, and takes them out. It is help for the
 * reader who clears the text and who adds what it missed and undoes what it took too much of;
 * therefore it takes rather more than less. What it finds depends on the text and the names alone.
 * Stateless, for any thread; it throws for no text, and its work grows with the text's length and
 * no faster.
 */
@Singleton
public final class Redactor {
  /** Of two overlapping finds of one length the one that says more gives the tag. */
  private static final List<Tag> TELLING =
      List.of(
          Tag.NAME,
          Tag.EMAIL,
          Tag.NHS_NUMBER,
          Tag.NI_NUMBER,
          Tag.POSTCODE,
          Tag.VEHICLE,
          Tag.PASSPORT,
          Tag.DRIVING_LICENCE,
          Tag.CASE_NUMBER,
          Tag.DATE,
          Tag.PHONE);

  private static final Comparator<Span> BY_PLACE =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end).thenComparing(Span::tag);

  /**
   * Numbers, addresses and names are looked for in the scripts of every language that the house
   * speaks.
   */
  public List<Span> find(String raw, String language, KnownNames names) {
    var folded = Folded.of(raw);
    var found = new ArrayList<Span>();
    found.addAll(Numbers.find(folded));
    found.addAll(SpokenDigits.find(folded));
    found.addAll(Codes.find(folded));
    found.addAll(Documents.find(folded));
    found.addAll(Addresses.find(folded));
    found.addAll(Places.find(folded));
    found.addAll(PlacesAbroad.find(folded, language));
    found.addAll(Schools.find(folded));
    found.addAll(KnownSchools.find(folded, language, names));
    found.addAll(Particulars.find(folded));
    found.addAll(ParticularsAbroad.find(folded));
    found.addAll(Names.find(folded, language, names));
    found.addAll(Strangers.find(folded, language));
    found.addAll(OtherScripts.find(folded));
    found.addAll(Introductions.find(folded));
    return merged(found);
  }

  /**
   * What is left and may point to a person, for a reader to look at; nothing of it is taken out by
   * itself.
   *
   * @param taken what goes anyway
   */
  public static List<Span> doubts(String raw, List<Span> taken) {
    return Doubts.find(Folded.of(raw)).stream()
        .filter(doubt ->
            taken.stream()
                .noneMatch(span -> span.start() < doubt.end() && doubt.start() < span.end()))
        .sorted(BY_PLACE)
        .toList();
  }

  /** Wherever words stand, in whatever case, in longer words too: rather more than less. */
  public static List<Span> every(String raw, String words, Tag tag) {
    var found = new ArrayList<Span>();
    if (words.isEmpty()) {
      return found;
    }
    for (int at = 0; at + words.length() <= raw.length(); at++) {
      if (raw.regionMatches(true, at, words, 0, words.length())) {
        found.add(new Span(at, at + words.length(), tag));
        at += words.length() - 1;
      }
    }
    return found;
  }

  /**
   * The text with a tag in the place of each span.
   *
   * @param spans in any order; those that overlap become one
   * @throws IndexOutOfBoundsException if a span lies outside the text
   */
  public static RedactedText apply(String raw, List<Span> spans) {
    var text = new StringBuilder();
    int at = 0;
    for (var span : merged(spans)) {
      text.append(raw, at, span.start()).append(span.tag().shown());
      at = span.end();
    }
    return new RedactedText(text.append(raw, at, raw.length()).toString());
  }

  private static List<Span> merged(List<Span> spans) {
    var merged = new ArrayList<Span>();
    int longest = 0;
    for (var span : spans.stream().sorted(BY_PLACE).toList()) {
      int length = span.end() - span.start();
      if (merged.isEmpty() || merged.getLast().end() <= span.start()) {
        merged.add(span);
        longest = length;
        continue;
      }
      var last = merged.removeLast();
      boolean better = length > longest || length == longest && tells(span) < tells(last);
      merged.add(
          new Span(
              last.start(), Math.max(last.end(), span.end()), better ? span.tag() : last.tag()));
      longest = Math.max(longest, length);
    }
    return List.copyOf(merged);
  }

  private static int tells(Span span) {
    int at = TELLING.indexOf(span.tag());
    return at < 0 ? TELLING.size() : at;
  }
}
