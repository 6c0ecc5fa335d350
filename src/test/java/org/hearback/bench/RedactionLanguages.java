package org.hearback.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.anonymity.KnownNames;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;

/**
 * What the redactor finds in sentences of the seven other languages, with what stands to be found
 * marked as {@code {words|type}}. A line of control has no mark and must come through whole. Half
 * of the lines are held: whoever writes rules looks at their sums and not at what was missed.
 */
public final class RedactionLanguages {
  public static final List<String> LANGUAGES = List.of("cy", "pl", "ro", "so", "uk", "ar", "ur");

  private static final Redactor REDACTOR = new Redactor();

  private RedactionLanguages() {}

  /** What the sentences of a language are for. */
  public enum Part {
    /** Rules may be tuned by them. */
    TUNING,
    /** Written beside those, and only counted. */
    HELD,
    /** Written when the rules stood, after sample answers of others; only counted. */
    LATE
  }

  /** One part of a language, counted. */
  public record Sum(int marked, int found, int taken, int right, int controls, int touched) {
    static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0);

    public double recall() {
      return (double) found / Math.max(1, marked);
    }

    public double precision() {
      return (double) right / Math.max(1, taken);
    }

    Sum plus(Sum other) {
      return new Sum(
          marked + other.marked,
          found + other.found,
          taken + other.taken,
          right + other.right,
          controls + other.controls,
          touched + other.touched);
    }
  }

  record Sentence(Part part, List<String> names, String text, List<int[]> marks) {}

  public static void main(String[] args) {
    boolean shows = !System.getProperty("shows", "").isEmpty();
    var all = Sum.NONE;
    System.out.println("           marked found recall taken right precision controls touched");
    for (var language : LANGUAGES) {
      for (var part : Part.values()) {
        var sum = sum(language, part, shows && part == Part.TUNING);
        all = all.plus(sum);
        System.out.printf(
            "%s %-7s %6d %5d %6.3f %5d %5d %9.3f %8d %7d%n",
            language,
            part.name().toLowerCase(Locale.ROOT),
            sum.marked(),
            sum.found(),
            sum.recall(),
            sum.taken(),
            sum.right(),
            sum.precision(),
            sum.controls(),
            sum.touched());
      }
    }
    System.out.printf(
        "redaction-languages recall=%.3f precision=%.3f control=%d/%d%n",
        all.recall(), all.precision(), all.touched(), all.controls());
  }

  /** Counts one part. */
  public static Sum sum(String language, Part part) {
    return sum(language, part, false);
  }

  private static Sum sum(String language, Part part, boolean shows) {
    return sentences(language).stream()
        .filter(sentence -> sentence.part() == part)
        .map(sentence -> count(sentence, language, shows))
        .reduce(Sum.NONE, Sum::plus);
  }

  private static Sum count(Sentence sentence, String language, boolean shows) {
    var spans = REDACTOR.find(sentence.text(), language, new KnownNames(sentence.names()));
    var gone = new BitSet();
    spans.forEach(span -> gone.set(span.start(), span.end()));
    int found = 0;
    for (var mark : sentence.marks()) {
      boolean whole =
          IntStream.range(mark[0], mark[1])
              .allMatch(
                  at -> gone.get(at) || !Character.isLetterOrDigit(sentence.text().charAt(at)));
      found += whole ? 1 : 0;
      if (!whole && shows) {
        show("missed", sentence, mark[0], mark[1]);
      }
    }
    int right = 0;
    for (var span : spans) {
      boolean touches = sentence.marks().stream().anyMatch(mark -> meet(mark, span));
      right += touches ? 1 : 0;
      if (!touches && shows) {
        show("too much (" + span.tag() + ")", sentence, span.start(), span.end());
      }
    }
    boolean control = sentence.marks().isEmpty();
    return new Sum(
        sentence.marks().size(),
        found,
        spans.size(),
        right,
        control ? 1 : 0,
        control && !spans.isEmpty() ? 1 : 0);
  }

  private static boolean meet(int[] mark, Span span) {
    return mark[0] < span.end() && span.start() < mark[1];
  }

  private static void show(String what, Sentence sentence, int start, int end) {
    System.out.println(
        what + " <" + sentence.text().substring(start, end) + "> in " + sentence.text());
  }

  static List<Sentence> sentences(String language) {
    var sentences = new ArrayList<Sentence>();
    var names = List.<String>of();
    for (var line : lines(language)) {
      if (line.startsWith("names:")) {
        names =
            Stream.of(line.substring(6).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        sentences.add(read(line, names));
      }
    }
    return sentences;
  }

  private static Sentence read(String line, List<String> names) {
    int part = "thl".indexOf(line.charAt(0));
    if (part < 0 || line.charAt(1) != ' ') {
      throw new IllegalStateException("neither for tuning nor held nor late: " + line);
    }
    var text = new StringBuilder();
    var marks = new ArrayList<int[]>();
    int at = 2;
    for (int open = line.indexOf('{'); open >= 0; open = line.indexOf('{', at)) {
      int bar = line.indexOf('|', open);
      text.append(line, at, open);
      marks.add(new int[] {text.length(), text.length() + bar - open - 1});
      text.append(line, open + 1, bar);
      at = line.indexOf('}', bar) + 1;
    }
    text.append(line.substring(at));
    return new Sentence(Part.values()[part], names, text.toString(), marks);
  }

  private static List<String> lines(String language) {
    var file = "/golden/redaction/languages/" + language + ".txt";
    try (var in = RedactionLanguages.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
