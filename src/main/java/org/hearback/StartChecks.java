package org.hearback;

import io.micronaut.context.ApplicationContext;
import org.hearback.access.StaffList;
import org.hearback.anonymity.Disclosure;
import org.hearback.anonymity.LabelRule;
import org.hearback.form.Contents;
import org.hearback.form.Recordings;
import org.hearback.form.Words;
import org.hearback.journey.VaultKey;
import org.hearback.safeguarding.KeyJob;
import org.hearback.theme.IndexFolder;

/** What is looked at once the house stands and before its door opens. */
record StartChecks(
    StaffList users,
    Words words,
    Contents contents,
    Recordings recordings,
    boolean unreviewedAllowed,
    VaultKey vault,
    KeyJob keys,
    IndexFolder index) {

  static StartChecks of(ApplicationContext context) {
    return new StartChecks(
        context.getBean(StaffList.class),
        context.getBean(Words.class),
        context.getBean(Contents.class),
        context.getBean(Recordings.class),
        context.getProperty("hearback.i18n.allow-unreviewed", Boolean.class, false),
        context.getBean(VaultKey.class),
        context.getBean(KeyJob.class),
        context.getBean(IndexFolder.class));
  }

  /**
   * @throws StartRefused with what an operator has to change
   */
  void check(boolean tryOut) {
    if (LabelRule.FEWEST < 10 || Disclosure.BASE_MIN < 10) {
      throw new StartRefused("the fewest people behind a label or a figure must not be below ten");
    }
    if (!tryOut && users.anyTryOutUser()) {
      throw new StartRefused("the database holds try-out users; this is no try-out");
    }
    if (!tryOut && !unreviewedAllowed && !words.unreviewed().isEmpty()) {
      throw new StartRefused(
          "no speaker has read these languages yet: "
              + String.join(", ", words.unreviewed())
              + "; hearback.i18n.allow-unreviewed=true offers them all the same");
    }
    // A try-out starts all the same: its preview is where content people mend this.
    if (!tryOut && !contents.problems().isEmpty()) {
      throw new StartRefused(String.join("\n", contents.problems()));
    }
    var recordingsMissing = recordings.problem();
    if (recordingsMissing.isPresent()) {
      throw new StartRefused(recordingsMissing.get());
    }
    try {
      vault.check();
      keys.run();
    } catch (IllegalStateException e) {
      throw new StartRefused("hearback.keys.folder: " + e.getMessage());
    }
    try {
      index.take();
    } catch (IllegalStateException e) {
      throw new StartRefused("hearback.index.folder: " + e.getMessage());
    }
  }
}
