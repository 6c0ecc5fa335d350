package org.hearback.reporting;

import io.micronaut.core.annotation.Introspected;
import org.hearback.anonymity.Tally;
import org.hearback.form.CoreItem;
import org.hearback.journey.Audience;

/**
 * What the responses under one area, audience and period say on one core item, counted by the
 * database.
 */
@Introspected
record TallyRow(String area, String audience, String period, String item, long base, long good) {

  Tally tally() {
    return new Tally(
        area,
        Audience.valueOf(audience).group(),
        period,
        CoreItem.valueOf(item),
        Math.toIntExact(base),
        Math.toIntExact(good));
  }
}
