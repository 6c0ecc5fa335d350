package org.hearback.invitation;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hearback.form.Form;
import org.hearback.journey.CouncilClock;

/**
 * The links on posters and tablets. As {@code courier}; stateless; safe for any thread; throws what
 * the database throws. They are closed and never deleted: an answer that waits still has to find
 * its service.
 */
@Singleton
public class OpenLinks {
  private final OpenLinkRows rows;
  private final CouncilClock clock;
  private final SecureRandom random;

  OpenLinks(OpenLinkRows rows, CouncilClock clock, SecureRandom random) {
    this.rows = rows;
    this.clock = clock;
    this.random = random;
  }

  /** Makes one for a form that may be opened so. */
  @Transactional("courier")
  public OpenLink make(OpenLink.Kind kind, String place, String area, Form form, String language) {
    var token = LinkToken.fresh(random);
    var row =
        new OpenLinkRow(
            UUID.randomUUID(),
            token.secret(),
            token.hash().bytes(),
            kind.name().toLowerCase(Locale.ROOT),
            place,
            area,
            form.audience().name(),
            form.name(),
            form.version(),
            language,
            clock.today(),
            false);
    rows.save(row);
    return row.link();
  }

  /** All, those in use first. */
  @Transactional("courier")
  public List<OpenLink> all() {
    return rows.all().stream().map(OpenLinkRow::link).toList();
  }

  @Transactional("courier")
  public Optional<OpenLink> find(UUID id) {
    return rows.findById(id).map(OpenLinkRow::link);
  }

  /** The link that an answer came by; empty where it came by an invitation. */
  @Transactional("courier")
  public Optional<OpenLink> of(TokenHash hash) {
    return rows.findByTokenHash(hash.bytes()).map(OpenLinkRow::link);
  }

  /** Whether there was one to close. */
  @Transactional("courier")
  public boolean close(UUID id) {
    return rows.close(id) == 1;
  }
}
