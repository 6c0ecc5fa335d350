package org.hearback.journey;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Lines that an import could not take: which, why, and the line itself, sealed. Whoever mends the
 * extract reads them; they go after {@link #KEPT_DAYS}.
 */
@Singleton
public class Quarantine {
  static final int KEPT_DAYS = 42;

  /** The start of a line says enough to find it; a sealed line has to fit its column. */
  private static final int CHARACTERS = 5000;

  private final QuarantineRows rows;
  private final VaultKey key;

  Quarantine(QuarantineRows rows, VaultKey key) {
    this.rows = rows;
    this.key = key;
  }

  /** A line of quarantine, opened. */
  public record Quarantined(String file, int line, String reason, String text) {
    @Override
    public String toString() {
      return "Quarantined[" + file + " " + line + " " + reason + "]";
    }
  }

  /** What was quarantined from a file, in its order. */
  @Transactional("courier")
  public List<Quarantined> of(String file) {
    return rows.findByFileOrderByLine(file).stream()
        .map(row ->
            new Quarantined(
                row.file(), row.line(), row.reason(), key.open(row.sealed(), row.id().toString())))
        .toList();
  }

  @Transactional("courier")
  void add(String file, String table, Line line, String reason, LocalDate today) {
    var id = UUID.randomUUID();
    var text = line.text().substring(0, Math.min(line.text().length(), CHARACTERS));
    rows.add(
        id,
        file,
        line.number(),
        reason,
        key.seal(text, id.toString()),
        today,
        key.mac("line\n" + table + "\n" + reason + "\n" + line.text()));
  }
}
