package org.hearback.invitation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;

/**
 * One call of Notify's own client and what became of it. The client itself waits for ever, so each
 * call runs in a thread of its own that is cut off.
 *
 * @param patience how long a call may take
 */
record NotifyCall(Duration patience) {
  /**
   * The client prints stack traces of its own; what went wrong is told by the outcome. Held, or it
   * would be forgotten.
   */
  private static final Logger CLIENTS_OWN = Logger.getLogger(NotificationClient.class.toString());

  static {
    CLIENTS_OWN.setLevel(Level.OFF);
  }

  /** What is asked of the client. */
  @FunctionalInterface
  interface Ask {
    void run() throws NotificationClientException;
  }

  /**
   * Asks.
   *
   * @param recipient the name by which Notify's errors speak of whom it is for; a fault there is
   *     about this one message
   */
  Postman.Outcome run(Ask ask, String recipient) {
    var call = new FutureTask<>(() -> outcome(ask, recipient));
    Thread.ofVirtual().name("notify").start(call);
    try {
      return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      call.cancel(true); // a virtual thread that is interrupted closes its socket
      return new Postman.Outcome.Unknown();
    } catch (ExecutionException e) {
      return new Postman.Outcome.Unknown();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Postman.Outcome.Unknown();
    }
  }

  private static Postman.Outcome outcome(Ask ask, String recipient) {
    try {
      ask.run();
      return new Postman.Outcome.Sent();
    } catch (NotificationClientException e) {
      return e.getCause() instanceof IOException io ? cut(io) : refused(e, recipient);
    }
  }

  private static Postman.Outcome cut(IOException e) {
    return e instanceof ConnectException || e instanceof UnknownHostException
        ? new Postman.Outcome.Closed("Notify cannot be reached")
        : new Postman.Outcome.Unknown();
  }

  /**
   * Only what Notify says about the recipient is about this one invitation; the rest of a 4xx is
   * about us.
   */
  private static Postman.Outcome refused(NotificationClientException e, String recipient) {
    int status = e.getHttpResult();
    var message = String.valueOf(e.getMessage());
    if (status == 400 && message.contains("ValidationError") && message.contains(recipient)) {
      return new Postman.Outcome.Refused();
    }
    return status >= 500
        ? new Postman.Outcome.Failed()
        : new Postman.Outcome.Closed(
            "Notify answers " + status + ": look at the key, the template and the limits");
  }
}
