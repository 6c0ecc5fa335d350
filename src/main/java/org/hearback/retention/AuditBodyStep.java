package org.hearback.retention;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hearback.audit.AuditBodies;

/**
 * The audit's part of forgetting: on what an act was done goes after 24 months. It stands here, as
 * the record is the first room and knows nobody who could ask it to forget.
 */
@Singleton
final class AuditBodyStep implements RetentionStep {
  private final AuditBodies bodies;

  AuditBodyStep(AuditBodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public String what() {
    return "audit-bodies";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "On what an act of staff was done, and what was searched for, sealed to the auditor",
            "24 months"),
        new Kept(
            Kept.Store.OFFICE,
            "That an act was done, when and by whom, as a chain that shows if a link was changed",
            "for good: it holds no answer"));
  }

  @Override
  public int run(Instant now) {
    return bodies.drop(now);
  }
}
