package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/** Forgets who had an answer open and went away, where nobody has gone on reading since. */
@Singleton
final class DeskForgetting implements RetentionStep {
  private final Desks desks;

  DeskForgetting(Desks desks) {
    this.desks = desks;
  }

  @Override
  public String what() {
    return "desks";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.BRIDGE,
            "Which answer lies open before which reader, or was left by whom",
            "ten minutes, half an hour where it was left; a day where nobody reads meanwhile"));
  }

  @Override
  public int run(Instant now) {
    return desks.forget(now);
  }
}
