package org.hearback.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.hearback.TestDatabase;

/**
 * Rows as the house wrote them before migration 13, carried over by that migration itself: in
 * schemas of their own, as the shared ones are past it.
 */
final class OldAudit {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private OldAudit() {}

  /** Writes so many rows the old way, migrates them, and puts them into the emptied record. */
  static void carriedOver(TestDatabase database, Seal seal, int rows) throws Exception {
    database.execute("CREATE DATABASE old_office");
    database.execute("CREATE DATABASE old_bridge");
    try {
      for (var statement : statements("V004__office.sql")) {
        database.execute(statement);
      }
      write(database, seal, rows);
      for (var statement : statements("V013__audit.sql")) {
        database.execute(statement);
      }
      database.execute("INSERT INTO office.audit SELECT * FROM old_office.audit");
      database.execute("INSERT INTO office.audit_body SELECT * FROM old_office.audit_body");
    } finally {
      database.execute("DROP DATABASE old_office");
      database.execute("DROP DATABASE old_bridge");
    }
  }

  private static String[] statements(String file) throws Exception {
    return Files.readString(MIGRATIONS.resolve(file))
        .replaceAll("(?m)^--.*$", "")
        .replaceAll("\\b(office|bridge)\\.", "old_$1.")
        .strip()
        .split(";\\s*(\\n|$)");
  }

  private static void write(TestDatabase database, Seal seal, int rows) throws Exception {
    var hash = new byte[32];
    var at = LocalDateTime.parse("2026-11-20T09:00:00.123456");
    for (long no = 1; no <= rows; no++) {
      var sealed = seal.close("words " + no);
      var next = hash(hash, no, at, sealed);
      database.execute(
          "INSERT INTO old_office.audit VALUES (%d, '%s', 'ana', 'search', %s, %s, %s)"
              .formatted(no, at, hex(sealed), hex(hash), hex(next)));
      hash = next;
    }
  }

  /** As it was written then; the house's own code may change. */
  private static byte[] hash(byte[] previous, long no, LocalDateTime at, byte[] sealed)
      throws Exception {
    var bytes =
        ByteBuffer.allocate(1_000)
            .put(previous)
            .putLong(no)
            .putLong(at.toEpochSecond(ZoneOffset.UTC))
            .putInt(4)
            .putInt(at.getNano());
    for (var part :
        new byte[][] {
          "ana".getBytes(StandardCharsets.UTF_8), "search".getBytes(StandardCharsets.UTF_8), sealed
        }) {
      bytes.putInt(part.length).put(part);
    }
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(bytes.flip());
    return digest.digest();
  }

  private static String hex(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + "'";
  }
}
