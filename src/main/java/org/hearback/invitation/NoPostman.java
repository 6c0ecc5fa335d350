package org.hearback.invitation;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody carries messages: invitations wait, and the log says so once. */
final class NoPostman implements Postman {
  private static final Logger LOG = LoggerFactory.getLogger(NoPostman.class);
  private final AtomicBoolean told = new AtomicBoolean();

  @Override
  public String name() {
    return "none";
  }

  @Override
  public boolean open() {
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "no text messages are sent: set hearback.notify.api-key and hearback.notify.template-id");
    }
    return false;
  }

  @Override
  public Outcome send(UUID delivery, String phone, String text) {
    return new Outcome.Closed("no postman is configured");
  }
}
