package org.hearback.answer;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hearback.invitation.Links;
import org.hearback.invitation.TokenHash;

/**
 * The one transaction of a Send: one envelope in, one invitation spent, both or neither; an open
 * link is not spent. Runs as {@code collector}, who may insert an envelope and not look at one; a
 * duplicate is told by the name of the key that refuses it.
 */
@Singleton
class Post {
  private final EnvelopeRows envelopes;
  private final Links links;

  Post(EnvelopeRows envelopes, Links links) {
    this.envelopes = envelopes;
    this.links = links;
  }

  /**
   * @throws LinkGone when the invitation cannot be spent; the envelope is rolled back
   * @throws DataAccessException when the database refuses or is gone; nothing is kept then
   */
  @Transactional("collector")
  void keep(EnvelopeRow row, TokenHash link, Instant now) {
    envelopes.insert(
        row.id(),
        row.answerMac(),
        row.nonceHash(),
        row.withdrawalMac(),
        row.week(),
        row.level(),
        row.dueAt(),
        row.sentOn(),
        row.byOpenLink(),
        row.body());
    if (!row.byOpenLink() && !links.spend(link, now)) {
      throw new LinkGone();
    }
  }

  /** Puts a withdrawal on the list that duty carries out. */
  @Transactional("collector")
  void askToWithdraw(byte[] codeMac, LocalDate today) {
    envelopes.askToWithdraw(UUID.randomUUID(), codeMac, today);
  }

  /** Which unique key refused a row; empty when it was no duplicate. */
  static String duplicateKey(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLIntegrityConstraintViolationException duplicate
          && duplicate.getErrorCode() == 1062) {
        var message = String.valueOf(duplicate.getMessage());
        int key = message.lastIndexOf("for key '");
        return key < 0 ? "" : message.substring(key + 9, message.indexOf('\'', key + 9));
      }
    }
    return "";
  }

  /** The invitation is not waiting any more. */
  static final class LinkGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LinkGone() {
      super("the link is not waiting", null, false, false);
    }
  }
}
