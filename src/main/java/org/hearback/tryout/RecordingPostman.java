package org.hearback.tryout;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.hearback.invitation.Postman;

/**
 * Keeps messages in memory instead of sending them, so that a visitor of the try-out can read them
 * as a phone would show them. The last {@link #KEPT} only; gone with the process. Safe for any
 * thread.
 */
public final class RecordingPostman implements Postman {
  static final int KEPT = 200;

  private final Deque<Message> messages = new ArrayDeque<>();
  private final InstantSource clock;
  private final ZoneId zone;

  RecordingPostman(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A text message as it arrived: the words before the link, the link, the words after it.
   *
   * @param phone it went to
   */
  public record Message(String phone, LocalDateTime at, String before, String link, String after) {
    static Message of(String phone, LocalDateTime at, String text) {
      int from = Math.max(text.indexOf("http"), 0);
      int to = text.indexOf(' ', from) < 0 ? text.length() : text.indexOf(' ', from);
      return new Message(
          phone, at, text.substring(0, from), text.substring(from, to), text.substring(to));
    }

    @Override
    public String toString() {
      return "Message[hidden]";
    }
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public synchronized Outcome send(UUID delivery, String phone, String text) {
    messages.addFirst(Message.of(phone, LocalDateTime.ofInstant(clock.instant(), zone), text));
    while (messages.size() > KEPT) {
      messages.removeLast();
    }
    return new Outcome.Sent();
  }

  /** Newest first. */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }
}
