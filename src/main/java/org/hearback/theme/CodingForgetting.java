package org.hearback.theme;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hearback.retention.Kept;
import org.hearback.retention.RetentionStep;

/**
 * What people said of a comment goes with it. The two stand in two stores, so it is asked which
 * comments are left.
 */
@Singleton
final class CodingForgetting implements RetentionStep {
  private static final UUID FIRST = new UUID(0, 0);

  private final CodingRows codings;
  private final SampleRows samples;
  private final ReadingRows reading;

  CodingForgetting(CodingRows codings, SampleRows samples, ReadingRows reading) {
    this.codings = codings;
    this.samples = samples;
    this.reading = reading;
  }

  @Override
  public String what() {
    return "codings";
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "What members of staff said that a comment is about, by its random id, who and on which"
                + " day, also of a dip-sample",
            "as long as the comment"),
        new Kept(
            Kept.Store.OFFICE,
            "From which comments a dip-sample was drawn, by whom, on which day, and which two code"
                + " it",
            "as long as the service runs"));
  }

  @Override
  public int run(Instant now) {
    long last = codings.last();
    int forgotten = 0;
    for (var named = codings.named(FIRST); !named.isEmpty(); ) {
      var gone = new ArrayList<>(named);
      gone.removeAll(reading.left(named));
      if (!gone.isEmpty()) {
        forgotten += codings.forget(gone, last);
        samples.forgetCodes(gone);
        forgotten += samples.forgetItems(gone);
      }
      named = codings.named(named.getLast());
    }
    return forgotten;
  }
}
