package org.hearback.tryout;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.hearback.invitation.Postman;

/**
 * Keeps messages instead of sending them, so that a visitor of the try-out can read them as a phone
 * would show them: the last {@link #KEPT}, and over a restart, as a phone does. Safe for any
 * thread.
 */
public final class RecordingPostman implements Postman {
  static final int KEPT = 200;

  private final Deque<PhoneMessage> messages = new ArrayDeque<>();
  private final AtomicLong taken = new AtomicLong();
  private final InstantSource clock;
  private final ZoneId zone;
  private final PhoneMemory memory;

  RecordingPostman(InstantSource clock, ZoneId zone, PhoneMemory memory) {
    this.clock = clock;
    this.zone = zone;
    this.memory = memory;
    messages.addAll(memory.read().reversed());
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public synchronized Outcome send(UUID delivery, String phone, String text) {
    var at = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
    messages.addFirst(new PhoneMessage(phone, at, text));
    while (messages.size() > KEPT) {
      messages.removeLast();
    }
    taken.incrementAndGet();
    memory.write(List.copyOf(messages).reversed());
    return new Outcome.Sent();
  }

  /** How many messages this postman was given since the service started. */
  long taken() {
    return taken.get();
  }

  /** The last so many, newest first; no more than are kept. */
  synchronized List<PhoneMessage> newest(int count) {
    return messages.stream().limit(count).toList();
  }

  /** Newest first. */
  public synchronized List<PhoneMessage> messages() {
    return List.copyOf(messages);
  }
}
