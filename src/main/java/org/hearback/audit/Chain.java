package org.hearback.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How one row follows from the one before. Pure. */
final class Chain {
  private static final int HASH_LENGTH = 32;

  private Chain() {}

  /** The row that follows the tail. */
  static AuditRow next(
      Optional<AuditRow> tail, Instant at, String actor, String act, byte[] sealed) {
    long no = tail.map(AuditRow::no).orElse(0L) + 1;
    var previous = tail.map(AuditRow::hash).orElseGet(() -> new byte[HASH_LENGTH]);
    // The column keeps microseconds; a finer time would not hash to the same value when read back.
    var stored = LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    return new AuditRow(
        no, stored, actor, act, sealed, previous, hash(no, stored, actor, act, sealed, previous));
  }

  /** Whether a row is whole and follows a row of this number and hash. */
  static boolean follows(AuditRow row, long no, byte[] hash) {
    return row.no() == no + 1
        && MessageDigest.isEqual(row.previous(), hash)
        && MessageDigest.isEqual(
            row.hash(),
            hash(row.no(), row.at(), row.actor(), row.act(), row.sealed(), row.previous()));
  }

  static byte[] beginning() {
    return new byte[HASH_LENGTH];
  }

  private static byte[] hash(
      long no, LocalDateTime at, String actor, String act, byte[] sealed, byte[] previous) {
    var digest = sha256();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(no).array());
    digest.update(
        ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochSecond(ZoneOffset.UTC)).array());
    part(digest, ByteBuffer.allocate(Integer.BYTES).putInt(at.getNano()).array());
    part(digest, actor.getBytes(StandardCharsets.UTF_8));
    part(digest, act.getBytes(StandardCharsets.UTF_8));
    part(digest, sealed);
    return digest.digest();
  }

  /** Each part with its length first: moving a letter from one to the next must change the hash. */
  private static void part(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
