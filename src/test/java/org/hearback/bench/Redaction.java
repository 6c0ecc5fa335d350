package org.hearback.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearback.anonymity.KnownNames;
import org.hearback.anonymity.Redactor;
import org.hearback.anonymity.Span;

/**
 * How much of what points to a person the redactor finds, without any contact record, and what it
 * takes too much. A span is found when none of its letters and digits is left; a redaction is right
 * when it touches a span.
 */
public final class Redaction {
  private static final Set<String> STRUCTURED =
      Set.of(
          "UK_NHS",
          "UK_NINO",
          "UK_POSTCODE",
          "UK_PASSPORT",
          "UK_DRIVING_LICENCE",
          "UK_VEHICLE_REGISTRATION",
          "EMAIL_ADDRESS",
          "PHONE_NUMBER",
          "URL",
          "DOMAIN_NAME",
          "IP_ADDRESS");
  private static final Set<String> NAMES = Set.of("PERSON", "PER", "person");
  private static final String ASIDE = "--aside";
  private static final int LONG = 1_000;
  private static final int TIMES = 300;

  private final Redactor redactor = new Redactor();
  private final boolean shows = !System.getProperty("shows", "").isEmpty();

  private final Map<String, Count> byType = new TreeMap<>();
  private int control;
  private int controlRedactions;
  private int redactions;
  private int right;

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Text(String id, String text, List<Marked> spans) {}

  record Marked(int start, int end, String type) {}

  private static final class Count {
    int all;
    int found;

    @Override
    public String toString() {
      return "%5d of %5d %6.3f".formatted(found, all, all == 0 ? 1.0 : (double) found / all);
    }
  }

  public static void main(String[] files) throws IOException {
    var bench = new Redaction();
    var all = new ArrayList<Text>();
    var measured = List.of(files);
    int aside = measured.contains(ASIDE) ? measured.indexOf(ASIDE) : measured.size();
    for (var file : measured.subList(0, aside)) {
      all.addAll(bench.measure(Path.of(file)));
    }
    // what comes from other fields is shown and not summed up
    for (var file : measured.subList(Math.min(aside + 1, measured.size()), measured.size())) {
      new Redaction().measure(Path.of(file));
    }
    bench.byType.forEach((type, count) -> System.out.printf("all  %-24s %s%n", type, count));
    System.out.printf(
        "redaction structured_recall=%.3f name_recall=%.3f precision=%.3f per_1000_control=%.0f"
            + " p99_ms=%.1f%n",
        bench.recall(STRUCTURED),
        bench.recall(NAMES),
        (double) bench.right / Math.max(1, bench.redactions),
        1000.0 * bench.controlRedactions / Math.max(1, bench.control),
        bench.p99(all));
  }

  private double recall(Set<String> types) {
    int all = 0;
    int found = 0;
    for (var type : types) {
      var count = byType.getOrDefault(type, new Count());
      all += count.all;
      found += count.found;
    }
    return all == 0 ? 1 : (double) found / all;
  }

  /** A file without any span is one of control. */
  private List<Text> measure(Path file) throws IOException {
    var json = new ObjectMapper();
    var texts = new ArrayList<Text>();
    for (var line : Files.readAllLines(file)) {
      texts.add(json.readValue(line, Text.class));
    }
    boolean isControl = texts.stream().allMatch(text -> text.spans().isEmpty());
    var types = new TreeMap<String, Count>();
    int taken = 0;
    int touching = 0;
    for (var text : texts) {
      var spans = redactor.find(text.text(), "en", KnownNames.none());
      taken += spans.size();
      for (var span : spans) {
        boolean touches =
            text.spans().stream()
                .anyMatch(it -> it.start() < span.end() && span.start() < it.end());
        touching += touches ? 1 : 0;
        if (!touches) {
          show("too much", text, span.start(), span.end(), span.tag().name());
        }
      }
      var gone = gone(spans);
      for (var marked : text.spans()) {
        boolean found = left(text.text(), marked, gone) == 0;
        for (var counts : List.of(types, byType)) {
          var count = counts.computeIfAbsent(marked.type(), _ -> new Count());
          count.all++;
          count.found += found ? 1 : 0;
        }
        if (!found) {
          show("missed", text, marked.start(), marked.end(), marked.type());
        }
      }
    }
    System.out.println(
        file.getFileName() + ": " + texts.size() + " texts, " + taken + " redactions");
    types.forEach((type, count) -> System.out.printf("     %-24s %s%n", type, count));
    if (isControl) {
      control += texts.size();
      controlRedactions += taken;
    } else {
      redactions += taken;
      right += touching;
      System.out.printf("     %-24s %6.3f%n", "right", (double) touching / Math.max(1, taken));
    }
    return texts;
  }

  private void show(String what, Text text, int start, int end, String type) {
    if (shows) {
      int from = Math.max(0, start - 40);
      int to = Math.min(text.text().length(), end + 40);
      System.out.println(
          what
              + " "
              + type
              + " <"
              + text.text().substring(start, end)
              + "> in "
              + text.text().substring(from, to).replaceAll("\\s", " "));
    }
  }

  private static BitSet gone(List<Span> spans) {
    var gone = new BitSet();
    spans.forEach(span -> gone.set(span.start(), span.end()));
    return gone;
  }

  private static long left(String text, Marked marked, BitSet gone) {
    return java.util.stream.IntStream.range(marked.start(), marked.end())
        .filter(at -> Character.isLetterOrDigit(text.charAt(at)) && !gone.get(at))
        .count();
  }

  /** For texts of a thousand characters, made of the ones measured. */
  private double p99(List<Text> all) {
    var joined = new StringBuilder();
    all.forEach(text -> joined.append(text.text()).append(' '));
    var times = new double[2 * TIMES];
    for (int at = 0; at < times.length; at++) {
      int from = (int) ((long) at * LONG % Math.max(1, joined.length() - LONG));
      var piece = joined.substring(from, Math.min(joined.length(), from + LONG));
      long start = System.nanoTime();
      redactor.find(piece, "en", KnownNames.none());
      times[at] = (System.nanoTime() - start) / 1e6;
    }
    var warm = Arrays.copyOfRange(times, TIMES, times.length);
    Arrays.sort(warm);
    System.out.printf("a thousand characters: median %.2f ms%n", warm[TIMES / 2]);
    return warm[(int) (TIMES * 0.99)];
  }
}
