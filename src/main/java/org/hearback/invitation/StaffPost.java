package org.hearback.invitation;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.hearback.journey.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to write to staff: by the postmen who carry the invitations, with the same answers about
 * what became of it. Such a message has no link that answers and no stop line. Whoever writes it
 * sees to it that it says nothing about any person, but for those who asked for just that: to be
 * contacted. Nothing is kept of it and nothing is tried again here. Safe for any thread; it waits
 * for the carrier, so no transaction should be open.
 */
@Singleton
public final class StaffPost {
  private static final Logger LOG = LoggerFactory.getLogger(StaffPost.class);
  private static final String LANGUAGE = "en";

  private final Postmen postmen;

  StaffPost(Postmen postmen) {
    this.postmen = postmen;
  }

  /** The channels that somebody carries, whether or not anything can be sent just now. */
  public Set<Channel> carried() {
    return postmen.carried();
  }

  /**
   * Sends an e-mail of plain text.
   *
   * @param address one address
   */
  public Postman.Outcome mail(String address, String subject, String words) {
    return mail(UUID.randomUUID(), address, subject, words);
  }

  /**
   * The same of one that may have to be sent again when nobody knows whether it left.
   *
   * @param id the same each time: most mailboxes show two e-mails of one id once
   */
  public Postman.Outcome mail(UUID id, String address, String subject, String words) {
    return hand(id, new Message.Mail(address, LANGUAGE, subject, words, "", ""));
  }

  /**
   * Sends a text message.
   *
   * @param phone in E.164
   */
  public Postman.Outcome text(String phone, String words) {
    return hand(UUID.randomUUID(), new Message.Text(phone, words));
  }

  /** A postman that throws breaks its word; nobody knows then whether the message left. */
  private Postman.Outcome hand(UUID id, Message message) {
    try {
      return postmen.send(id, message);
    } catch (RuntimeException e) {
      LOG.error("the postman failed: {}", e.getClass().getName());
      return new Postman.Outcome.Unknown();
    }
  }
}
