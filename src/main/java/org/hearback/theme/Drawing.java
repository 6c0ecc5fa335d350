package org.hearback.theme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Draws comments by chance, so that anybody can draw the same again: in the order of a hash of the
 * seed and the comment's random id. A comment that comes or goes moves no other. Pure.
 */
final class Drawing {
  private Drawing() {}

  /**
   * @param comments in any order
   * @param size how many at most
   */
  static List<UUID> draw(Collection<UUID> comments, String seed, int size) {
    return comments.stream()
        .distinct()
        .map(comment -> new Ticket(hash(seed, comment), comment))
        .sorted(Comparator.comparing(Ticket::hash))
        .limit(size)
        .map(Ticket::comment)
        .toList();
  }

  private record Ticket(String hash, UUID comment) {}

  private static String hash(String seed, UUID comment) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest((seed + "\n" + comment).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
