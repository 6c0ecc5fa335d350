package org.hearback.safeguarding;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import org.hearback.anonymity.BatchRule;
import org.hearback.anonymity.TraceTime;
import org.hearback.retention.Keeping;
import org.hearback.retention.Kept;

/** For how long an answer can be traced, as the forms say it, and what ends with it. */
@Singleton
final class AnswersKept implements Keeping {
  private final TraceTime trace;

  AnswersKept(@Value("${hearback.window-days}") int windowDays) {
    trace = new TraceTime(windowDays);
  }

  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.BRIDGE,
            "Answers as they were sent, sealed, with the way to the invitation",
            "until they are read and "
                + trace.windowDays()
                + " days old, then until nine others like them wait: mostly within "
                + BatchRule.PATIENCE_DAYS
                + " days, and after "
                + BatchRule.STRANDED_DAYS
                + " with others of any year. With old keys and copies it is "
                + trace.weeks()
                + " weeks, as the forms say"),
        new Kept(
            Kept.Store.BRIDGE,
            "A week's keys, which open its answers",
            "until the week's last answer is gone; then they are destroyed"),
        new Kept(
            Kept.Store.BRIDGE,
            "An answer that is held because of a concern, an allegation, a complaint or a court",
            "until the hold ends, under a key of its own"),
        new Kept(
            Kept.Store.BRIDGE,
            "That somebody asked to take an answer back",
            "until it is done, or a day where no answer fits"),
        new Kept(
            Kept.Store.BRIDGE,
            "What somebody said who asked to be contacted, sealed, apart from all answers",
            "until it is mailed, mostly within minutes; one that cannot be mailed waits"),
        new Kept(
            Kept.Store.BRIDGE,
            "That two people opened the way to whoever sent an answer, and why, sealed",
            "for as long as the answer"),
        new Kept(
            Kept.Store.OFFICE,
            "Members of staff, and who is on the rota",
            "until they are taken off"));
  }
}
