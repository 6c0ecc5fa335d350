package org.hearback.answer;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Keeps a request to be contacted until it is mailed: sealed like an answer, in a transaction of
 * its own, and with a day as its only time. Nothing in it comes from an answer or a link.
 */
@Singleton
class ContactMePost {
  private final ContactMeRows rows;
  private final Seal seal;
  private final InstantSource clock;

  ContactMePost(ContactMeRows rows, Seal seal, InstantSource clock) {
    this.rows = rows;
    this.seal = seal;
    this.clock = clock;
  }

  /**
   * @throws KeyMissing when nothing can be sealed; nothing is kept then
   * @throws io.micronaut.data.exceptions.DataAccessException when the database refuses or is gone,
   *     and for a page that was sent before: {@link Post#duplicateKey}
   */
  @Transactional("collector")
  void keep(ContactMe request, PageNonce nonce) {
    var now = clock.instant();
    var id = UUID.randomUUID();
    var week = Week.of(now);
    rows.insert(
        id,
        nonce.hash(),
        week.name(),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        seal.seal(week, request.bytes(), ContactMe.sealedAs(id)));
  }
}
