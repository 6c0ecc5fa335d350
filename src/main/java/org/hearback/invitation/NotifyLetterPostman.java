package org.hearback.invitation;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.gov.service.notify.NotificationClient;

/**
 * Has letters printed and posted by GOV.UK Notify, as ready-made files. It looks at the file and
 * the address only after it has taken them: what it finds later is on its own page, by the
 * delivery.
 */
final class NotifyLetterPostman implements Postman.OfLetters {
  private static final Logger LOG = LoggerFactory.getLogger(NotifyLetterPostman.class);

  private final NotificationClient client;
  private final LetterPdf letters;
  private final String postage;
  private final NotifyCall call;

  /**
   * @param postage {@code first}, {@code second} or {@code economy}
   */
  NotifyLetterPostman(
      NotificationClient client, LetterPdf letters, String postage, NotifyCall call) {
    this.client = client;
    this.letters = letters;
    this.postage = postage;
    this.call = call;
  }

  @Override
  public String name() {
    return "notify-letter";
  }

  @Override
  public Outcome send(UUID delivery, Message.Letter message) {
    byte[] file;
    try {
      file = letters.make(message.address(), message.language(), message.token());
    } catch (LetterRefused e) {
      LOG.warn("a letter is not sent: {}", e.getMessage());
      return new Outcome.Refused();
    }
    return call.run(
        () ->
            client.sendPrecompiledLetterWithInputStream(
                delivery.toString(), new ByteArrayInputStream(file), postage),
        "address");
  }
}
