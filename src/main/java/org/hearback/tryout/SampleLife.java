package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.hearback.form.Forms;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Import;

/**
 * What happens in the sample council: its case system delivers files, its people answer. Nothing is
 * written into a table. Not safe for two threads; {@link Days} takes turns.
 */
@Singleton
@Requires(bean = TryOutClock.class)
final class SampleLife {
  private static final Pattern LINK = Pattern.compile("https?://\\S+?(/[0-9a-z]{16})\\b");
  private static final int TURN_WEEKS_AGO = 26;
  private static final LocalDate FEED_OF = LocalDate.EPOCH.plusYears(50);

  private final SampleCouncil council = new SampleCouncil();
  private final SampleAnswers answers;
  private final Import importer;
  private final Forms forms;
  private final CouncilClock calendar;

  SampleLife(Import importer, Forms forms, TryOutClock clock, CouncilClock calendar) {
    this.importer = importer;
    this.forms = forms;
    this.calendar = calendar;
    this.answers =
        new SampleAnswers(
            new Sentences(List.of("en", "ar")), monday(clock, calendar).minusWeeks(TURN_WEEKS_AGO));
  }

  /** The Monday of this machine's week, wherever the clock of the try-out stands. */
  static LocalDate monday(TryOutClock clock, CouncilClock calendar) {
    return LocalDate.ofInstant(clock.machine(), calendar.zone())
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Who of the sample council has this number, in E.164. */
  Optional<Household.Member> withPhone(String phone) {
    return council.withPhone(phone);
  }

  /** The whole contact feed; says the same each time. */
  void contacts() {
    take("contacts.csv", council.contacts(FEED_OF));
  }

  /** The extract of one week. */
  void extract(LocalDate monday) {
    take("ssd_cin_assessments.csv", council.assessments(monday));
    take("ssd_initial_cp_conference.csv", council.conferences(monday));
  }

  /** Some of those who were sent these messages answer. */
  void answer(List<PhoneMessage> messages, double share, URI house)
      throws IOException, InterruptedException {
    var people = new SampleRespondent(house);
    var random = new Random(calendar.today().toEpochDay());
    for (var message : messages) {
      var link = LINK.matcher(message.text());
      var member = council.withPhone(message.phone());
      if (random.nextDouble() < share && link.find() && member.isPresent()) {
        answer(member.get(), link.group(1), people);
      }
    }
  }

  private void answer(Household.Member to, String link, SampleRespondent people)
      throws IOException, InterruptedException {
    var family = council.familyOf(to);
    boolean young = to.role().equals("route");
    var form = forms.latest(young ? "conference-young-person" : "assessment-parent");
    var team = young ? family.conferenceTeam() : family.team();
    var language = young ? family.people().getFirst().language() : to.language();
    people.answer(link, answers.to(form, team, language, calendar.today()));
  }

  private void take(String name, String csv) {
    importer.bytes(name, csv.getBytes(StandardCharsets.UTF_8));
  }
}
