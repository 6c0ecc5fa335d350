package org.hearback.invitation;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hearback.journey.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The postmen of this house, at most one for each channel. Where there is none, invitations by that
 * channel wait, and with none at all the log says so once.
 */
@Singleton
final class Postmen {
  private static final Logger LOG = LoggerFactory.getLogger(Postmen.class);

  private final Optional<Postman.OfTexts> texts;
  private final Optional<Postman.OfMail> mail;
  private final Optional<Postman.OfLetters> letters;
  private final AtomicBoolean told = new AtomicBoolean();

  Postmen(List<Postman.OfTexts> texts, List<Postman.OfMail> mail, List<Postman.OfLetters> letters) {
    this.texts = only(texts);
    this.mail = only(mail);
    this.letters = only(letters);
  }

  /** The channels that somebody carries, whether or not anything can be sent just now. */
  Set<Channel> carried() {
    var carried = EnumSet.noneOf(Channel.class);
    for (var channel : Channel.values()) {
      if (of(channel).isPresent()) {
        carried.add(channel);
      }
    }
    return carried;
  }

  /** The channels by which something can be sent now. */
  Set<Channel> open() {
    var open = carried();
    open.removeIf(channel -> of(channel).filter(Postman::open).isEmpty());
    if (open.isEmpty() && told.compareAndSet(false, true)) {
      LOG.warn(
          "no messages are sent: set hearback.notify.api-key and hearback.notify.template-id for"
              + " texts, hearback.mail.host for e-mails, hearback.notify.postage for letters");
    }
    return open;
  }

  /** The name of who carries a channel; kept with a delivery. */
  String name(Channel channel) {
    return of(channel).map(Postman::name).orElse("none");
  }

  /** Hands a message to whom it is for. */
  Postman.Outcome send(UUID delivery, Message message) {
    Optional<Postman.Outcome> outcome =
        switch (message) {
          case Message.Text text -> texts.map(postman -> postman.send(delivery, text));
          case Message.Mail it -> mail.map(postman -> postman.send(delivery, it));
          case Message.Letter letter -> letters.map(postman -> postman.send(delivery, letter));
        };
    return outcome.orElseGet(() -> new Postman.Outcome.Closed("no postman is configured"));
  }

  private Optional<? extends Postman> of(Channel channel) {
    return switch (channel) {
      case TEXT -> texts;
      case EMAIL -> mail;
      case LETTER -> letters;
    };
  }

  private static <P> Optional<P> only(List<P> postmen) {
    if (postmen.size() > 1) {
      throw new IllegalStateException("more than one postman for one kind of message");
    }
    return postmen.stream().findFirst();
  }
}
