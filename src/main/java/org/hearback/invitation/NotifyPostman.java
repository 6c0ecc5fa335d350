package org.hearback.invitation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * Sends by GOV.UK Notify. The template there holds one personalisation, {@code text}; the sender id
 * is the council's. The client itself waits for ever, so each call runs in a thread of its own that
 * is cut off.
 */
final class NotifyPostman implements Postman.OfTexts {
  /**
   * The client prints stack traces of its own; what went wrong is told by the outcome. Held, or it
   * would be forgotten.
   */
  private static final Logger CLIENTS_OWN = Logger.getLogger(NotificationClient.class.toString());

  static {
    CLIENTS_OWN.setLevel(Level.OFF);
  }

  private final NotificationClient client;
  private final String template;
  private final String sender;
  private final Duration patience;

  /**
   * @param sender the id of the sender at Notify, empty for the service's default
   */
  NotifyPostman(NotificationClient client, String template, String sender, Duration patience) {
    this.client = client;
    this.template = template;
    this.sender = sender;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public Outcome send(UUID delivery, Message.Text text) {
    var call = new FutureTask<>(() -> call(delivery, text));
    Thread.ofVirtual().name("notify").start(call);
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true); // a virtual thread that is interrupted closes its socket
      return new Outcome.Unknown();
    } catch (ExecutionException e) {
      return new Outcome.Unknown();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.Unknown();
    }
  }

  private Outcome call(UUID delivery, Message.Text message) {
    try {
      client.sendSms(
          template, message.phone(), Map.of("text", message.text()), delivery.toString(), sender);
      return new Outcome.Sent();
    } catch (NotificationClientException e) {
      return e.getCause() instanceof IOException io ? cut(io) : refused(e);
    }
  }

  private static Outcome cut(IOException e) {
    return e instanceof ConnectException || e instanceof UnknownHostException
        ? new Outcome.Closed("Notify cannot be reached")
        : new Outcome.Unknown();
  }

  /**
   * Only what Notify says about the number itself is about this one invitation; the rest of a 4xx
   * is about us.
   */
  private static Outcome refused(NotificationClientException e) {
    int status = e.getHttpResult();
    var message = String.valueOf(e.getMessage());
    if (status == 400 && message.contains("ValidationError") && message.contains("phone_number")) {
      return new Outcome.Refused();
    }
    return status >= 500
        ? new Outcome.Failed()
        : new Outcome.Closed(
            "Notify answers " + status + ": look at the key, the template and the limits");
  }
}
