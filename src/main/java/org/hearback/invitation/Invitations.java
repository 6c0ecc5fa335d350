package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hearback.anonymity.Attributes;
import org.hearback.anonymity.KnownNames;
import org.hearback.journey.Audience;
import org.hearback.journey.Contact;
import org.hearback.journey.Contacts;
import org.hearback.journey.CouncilClock;

/**
 * Who was asked what, for the rooms that clear and label answers. As {@code courier}; stateless;
 * safe for any thread; throws what the database throws.
 */
@Singleton
public class Invitations {
  private final InvitationRows rows;
  private final Contacts contacts;
  private final CouncilClock clock;

  Invitations(InvitationRows rows, Contacts contacts, CouncilClock clock) {
    this.rows = rows;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Whom the link of an answer was for, in the language of the contact record: a label is made of
   * what {@link #population} counts, and nobody counts who would have switched the language of the
   * page.
   *
   * @return empty when the link is forgotten or never was
   */
  @Transactional("courier")
  public Optional<Asked> asked(TokenHash hash) {
    return rows.findByTokenHash(hash.bytes())
        .map(row -> new Asked(row.personId(), attributes(row)));
  }

  /**
   * What the record calls those around the person whom a link was for; none when it is forgotten.
   */
  @Transactional("courier")
  public KnownNames names(TokenHash hash) {
    return rows.findByTokenHash(hash.bytes())
        .map(row -> contacts.called(row.personId()))
        .map(called -> new KnownNames(called.names(), called.schools()))
        .orElseGet(KnownNames::none);
  }

  /**
   * Whom a link was for, by name. For an unlock alone.
   *
   * @return empty when the link is forgotten, or was an open one
   */
  @Transactional("courier")
  public Optional<Recipient> recipient(TokenHash hash) {
    return rows.findByTokenHash(hash.bytes()).map(this::recipient);
  }

  private Recipient recipient(InvitationRow row) {
    var contact = contacts.find(row.personId());
    return new Recipient(
        row.personId(),
        contact.map(found -> found.role().key()).orElse(""),
        contact.map(Contact::name).orElse(""),
        contact.map(Contact::phone).orElse(""),
        contact.map(Contact::address).orElse(List.of()),
        row.routeId(),
        contacts.find(row.routeId()).map(Contact::name).orElse(""));
  }

  /**
   * Everybody invited in the last 15 months, in the language of the contact record. Never who
   * answered.
   */
  @Transactional("courier")
  public List<AskedPerson> population() {
    var since = clock.month().minusMonths(Forgetting.KEPT_MONTHS).toString();
    return rows.sentSince(since).stream()
        .map(row -> new AskedPerson(row.personId(), attributes(row)))
        .toList();
  }

  /** An answer to a message whose sending was never confirmed has no month yet: it is this one. */
  private Attributes attributes(InvitationRow row) {
    var month = row.month().isEmpty() ? clock.month() : YearMonth.parse(row.month());
    return new Attributes(
        row.area(),
        Audience.valueOf(row.audience()),
        row.ageBand(),
        row.milestone(),
        month,
        row.language());
  }
}
