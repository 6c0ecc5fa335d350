package org.hearback.invitation;

import java.util.Map;
import java.util.UUID;
import uk.gov.service.notify.NotificationClient;

/**
 * Sends texts by GOV.UK Notify. The template there holds one personalisation, {@code text}; the
 * sender id is the council's.
 */
final class NotifyPostman implements Postman.OfTexts {
  private final NotificationClient client;
  private final String template;
  private final String sender;
  private final NotifyCall call;

  /**
   * @param sender the id of the sender at Notify, empty for the service's default
   */
  NotifyPostman(NotificationClient client, String template, String sender, NotifyCall call) {
    this.client = client;
    this.template = template;
    this.sender = sender;
    this.call = call;
  }

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public Outcome send(UUID delivery, Message.Text message) {
    var words = Map.of("text", message.text());
    return call.run(
        () -> client.sendSms(template, message.phone(), words, delivery.toString(), sender),
        "phone_number");
  }
}
