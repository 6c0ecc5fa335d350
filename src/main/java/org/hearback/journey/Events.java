package org.hearback.journey;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The milestone events that came in. Stateless; safe for any thread; throws what the database
 * throws.
 */
@Singleton
public class Events {
  private final EventRows rows;

  Events(EventRows rows) {
    this.rows = rows;
  }

  /** Those that may still lead to an invitation, oldest first. */
  @Transactional("courier")
  public List<MilestoneEvent> open() {
    return rows.findByStateOrderByOccurredOn("new").stream().map(EventRow::event).toList();
  }

  @Transactional("courier")
  public Optional<MilestoneEvent> find(UUID id) {
    return rows.findById(id).map(EventRow::event);
  }

  /** Nothing more comes of this event, unless the case system changes it. */
  @Transactional("courier")
  public void weighed(UUID id) {
    rows.weighed(id);
  }
}
