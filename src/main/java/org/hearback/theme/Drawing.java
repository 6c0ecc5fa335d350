package org.hearback.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Draws comments by chance, so that anybody can draw the same again: in the order of a hash of the
 * seed and the comment's random id. A comment that comes or goes moves no other. It remembers only
 * those that are drawn, however many there are to draw from. For one thread.
 */
final class Drawing {
  /** Of an id as it is written. */
  private static final int LENGTH = 36;

  private static final Comparator<Ticket> ORDER =
      Comparator.comparing(Ticket::hash, Arrays::compareUnsigned);

  private record Ticket(byte[] hash, UUID comment) {}

  private final MessageDigest digest = digest();
  private final byte[] seed;
  private final int most;
  private final Optional<byte[]> behind;
  private final PriorityQueue<Ticket> drawn = new PriorityQueue<>(ORDER.reversed());

  /**
   * @param most how many at most
   * @param after the last that was drawn before; those behind it are drawn
   */
  Drawing(String seed, int most, Optional<UUID> after) {
    this.seed = (seed + "\n").getBytes(StandardCharsets.UTF_8);
    this.most = most;
    this.behind = after.map(comment -> hash(bytes(comment), 0));
  }

  /** One to draw from; each is offered once, in any order. */
  void offer(UUID comment) {
    offer(bytes(comment), 0);
  }

  /** The same as it is written, from a place on. */
  void offer(byte[] text, int from) {
    var hash = hash(text, from);
    if (behind.isPresent() && Arrays.compareUnsigned(hash, behind.get()) <= 0) {
      return;
    }
    if (drawn.size() == most) {
      if (Arrays.compareUnsigned(hash, drawn.element().hash()) >= 0) {
        return;
      }
      drawn.remove();
    }
    var comment = new String(text, from, LENGTH, StandardCharsets.US_ASCII);
    drawn.add(new Ticket(hash, UUID.fromString(comment)));
  }

  /** In the order in which they were drawn. */
  List<UUID> drawn() {
    return drawn.stream().sorted(ORDER).map(Ticket::comment).toList();
  }

  private byte[] hash(byte[] text, int from) {
    digest.update(seed);
    digest.update(text, from, LENGTH);
    return digest.digest();
  }

  private static byte[] bytes(UUID comment) {
    return comment.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
