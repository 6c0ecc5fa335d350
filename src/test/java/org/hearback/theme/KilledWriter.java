package org.hearback.theme;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/** A process of its own that takes many comments up and dies before it commits. */
final class KilledWriter {
  static final int CODE = 137;

  private KilledWriter() {}

  public static void main(String[] args) throws Exception {
    var areas = new ServiceAreas(Map.of("a", "council"), "council");
    var generation = Generation.open(Path.of(args[0], args[1]), SearchTest.plain(areas).get());
    var label = new Label("a", Audience.PARENT, "", "M3", "2026-11", "en");
    // More than the writer keeps in memory, so that files of what is not committed lie on the disk.
    for (int i = 0; i < 15; i++) {
      generation.put(
          List.of(
              new Comment(
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  "",
                  1,
                  "",
                  "en",
                  RedactedText.stored("never committed " + unlike(i)),
                  Optional.empty(),
                  label)),
          Documents.Known.NOTHING);
    }
    Runtime.getRuntime().halt(CODE);
  }

  private static String unlike(int seed) {
    var random = new java.util.Random(seed);
    var words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      words.append(Long.toString(random.nextLong(), 36)).append(' ');
    }
    return words.append(seed).toString();
  }
}
