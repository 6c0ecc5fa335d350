package org.hearback.safeguarding;

import jakarta.inject.Singleton;
import org.hearback.answer.EnvelopeBody;
import org.hearback.answer.Seal;
import org.hearback.answer.SealKey;
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
    var key = SealKey.read(row.week());
    var body = EnvelopeBody.read(keys.open(key, row.body(), About.envelope(row.id())));
    var form =
        forms
            .find(body.form(), body.formVersion())
            .orElseThrow(() -> new IllegalStateException("an answer to a form that is not there"));
    return new Opened(
        row.id(),
        key,
        row.sentOn(),
        row.level(),
        body.link(),
        form,
        body.language(),
        AnswersJson.read(body.answers()));
  }

  Work open(ClearingRow row) {
    return Work.read(keys.open(SealKey.read(row.week()), row.work(), About.work(row.envelope())));
  }

  byte[] seal(Opened answer, Work work) {
    return seal.seal(answer.key(), work.bytes(), About.work(answer.id()));
  }
}
