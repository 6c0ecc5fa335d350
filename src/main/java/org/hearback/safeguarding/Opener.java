package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import org.hearback.answer.EnvelopeBody;
import org.hearback.answer.Seal;
import org.hearback.answer.Week;
import org.hearback.form.AnswersJson;
import org.hearback.form.Forms;

/** Opens envelopes and clearing work with the week's key, and seals work again. */
@Singleton
final class Opener {
  private final WeekKeys keys;
  private final Seal seal;
  private final Forms forms;

  Opener(WeekKeys keys, Seal seal, Forms forms) {
    this.keys = keys;
    this.seal = seal;
    this.forms = forms;
  }

  Opened open(SealedRow row) {
    var week = new Week(row.week());
    var body = EnvelopeBody.read(keys.open(week, row.body(), "envelope " + row.id()));
    var form =
        forms
            .find(body.form(), body.formVersion())
            .orElseThrow(() -> new IllegalStateException("an answer to a form that is not there"));
    return new Opened(
        row.id(),
        week,
        row.sentOn(),
        row.level(),
        body.link(),
        form,
        body.language(),
        AnswersJson.read(body.answers()));
  }

  Work open(ClearingRow row) {
    return Work.read(keys.open(new Week(row.week()), row.work(), "work " + row.envelope()));
  }

  byte[] seal(Opened answer, Work work) {
    return seal.seal(answer.week(), work.bytes(), "work " + answer.id());
  }
}
