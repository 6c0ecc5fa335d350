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
import org.hearback.form.Words;
import org.hearback.invitation.Message;
import org.hearback.invitation.MessageText;
import org.hearback.invitation.Postman;

/**
 * Keeps messages of every kind instead of sending them, so that a visitor of the try-out can read
 * them as they would arrive: the last {@link #KEPT}, and over a restart, as a phone does. Safe for
 * any thread.
 */
public final class RecordingPostman implements Postman.OfTexts, Postman.OfMail, Postman.OfLetters {
  static final int KEPT = 200;

  private final Deque<Arrived> messages = new ArrayDeque<>();
  private final AtomicLong taken = new AtomicLong();
  private final InstantSource clock;
  private final ZoneId zone;
  private final PhoneMemory memory;
  private final MessageText links;
  private final Words words;

  RecordingPostman(
      InstantSource clock, ZoneId zone, PhoneMemory memory, MessageText links, Words words) {
    this.clock = clock;
    this.zone = zone;
    this.memory = memory;
    this.links = links;
    this.words = words;
    memory.read().reversed().stream().limit(KEPT).forEach(messages::addLast);
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public Outcome send(UUID delivery, Message.Text text) {
    return keep(new PhoneMessage(text.phone(), now(), text.text()));
  }

  @Override
  public Outcome send(UUID delivery, Message.Mail mail) {
    return keep(
        new MailMessage(
            mail.to(),
            now(),
            mail.language(),
            words.direction(mail.language()),
            mail.subject(),
            mail.plain(),
            mail.html(),
            mail.stop()));
  }

  @Override
  public Outcome send(UUID delivery, Message.Letter letter) {
    return keep(
        new LetterMessage(letter.address(), now(), letter.language(), links.link(letter.token())));
  }

  /** Everything that arrived, newest first. */
  public synchronized List<Arrived> arrived() {
    return List.copyOf(messages);
  }

  /** The text messages, newest first. */
  public List<PhoneMessage> messages() {
    return arrived().stream()
        .filter(PhoneMessage.class::isInstance)
        .map(PhoneMessage.class::cast)
        .toList();
  }

  /** The e-mails, newest first. */
  public List<MailMessage> mails() {
    return arrived().stream()
        .filter(MailMessage.class::isInstance)
        .map(MailMessage.class::cast)
        .toList();
  }

  /** The letters, newest first. */
  public List<LetterMessage> letters() {
    return arrived().stream()
        .filter(LetterMessage.class::isInstance)
        .map(LetterMessage.class::cast)
        .toList();
  }

  private synchronized Outcome keep(Arrived message) {
    messages.addFirst(message);
    while (messages.size() > KEPT) {
      messages.removeLast();
    }
    taken.incrementAndGet();
    memory.add(message, () -> List.copyOf(messages).reversed());
    return new Outcome.Sent();
  }

  /** How many messages this postman was given since the service started. */
  long taken() {
    return taken.get();
  }

  /** The last so many messages, newest first; no more than are kept. */
  List<Arrived> newest(int count) {
    return arrived().stream().limit(count).toList();
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
  }
}
