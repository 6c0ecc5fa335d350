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
  /** The hash covers the sealed body itself: rows of before migration 13. */
  static final int BODY = 1;

  /** The hash covers the hash of the sealed body, which may go. */
  static final int BODY_HASH = 2;

  private static final int HASH_LENGTH = 32;

  private Chain() {}

  /** The row that follows the tail. */
  static AuditRow next(
      Optional<AuditRow> tail, Instant at, String actor, String act, byte[] sealed) {
    long no = tail.map(AuditRow::no).orElse(0L) + 1;
    var previous = tail.map(AuditRow::hash).orElseGet(Chain::beginning);
    // The column keeps microseconds; a finer time would not hash to the same value when read back.
    var stored = LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    var bodyHash = sha256().digest(sealed);
    return new AuditRow(
        no,
        BODY_HASH,
        stored,
        actor,
        act,
        bodyHash,
        previous,
        hash(BODY_HASH, no, stored, actor, act, bodyHash, previous));
  }

  /** Whether a row is whole and follows a row of this number and hash. */
  static boolean follows(StoredRow row, long no, byte[] hash) {
    var covered = row.version() == BODY ? row.sealed() : row.bodyHash();
    return covered != null
        && row.no() == no + 1
        && MessageDigest.isEqual(row.previous(), hash)
        && MessageDigest.isEqual(
            row.hash(),
            hash(
                row.version(),
                row.no(),
                row.at(),
                row.actor(),
                row.act(),
                covered,
                row.previous()));
  }

  /** Whether a body is the one that its row was made with. */
  static boolean fits(byte[] sealed, byte[] bodyHash) {
    return MessageDigest.isEqual(sha256().digest(sealed), bodyHash);
  }

  static byte[] beginning() {
    return new byte[HASH_LENGTH];
  }

  /**
   * What is hashed begins with the version, but for version 1, which knew none: a body that is put
   * in the place of a hash, or the other way round, cannot come out the same.
   */
  private static byte[] hash(
      int version,
      long no,
      LocalDateTime at,
      String actor,
      String act,
      byte[] covered,
      byte[] previous) {
    var digest = sha256();
    if (version != BODY) {
      digest.update((byte) version);
    }
    digest.update(previous);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(no).array());
    digest.update(
        ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochSecond(ZoneOffset.UTC)).array());
    part(digest, ByteBuffer.allocate(Integer.BYTES).putInt(at.getNano()).array());
    part(digest, actor.getBytes(StandardCharsets.UTF_8));
    part(digest, act.getBytes(StandardCharsets.UTF_8));
    part(digest, covered);
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
