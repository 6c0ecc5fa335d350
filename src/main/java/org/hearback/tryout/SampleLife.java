package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hearback.form.Forms;
import org.hearback.invitation.OpenLink;
import org.hearback.invitation.OpenLinks;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Import;

/**
 * What happens in the sample council: its case system delivers files, its people answer. Nothing is
 * written into a table. Not safe for two threads; {@link Days} takes turns.
 */
@Singleton
@Requires(bean = TryOutClock.class)
final class SampleLife {
  private static final int TURN_WEEKS_AGO = 26;
  private static final LocalDate FEED_OF = LocalDate.EPOCH.plusYears(50);

  private static final double PASSING = 0.6;
  private static final List<Standing> OPEN_LINKS =
      List.of(
          new Standing(
              OpenLink.Kind.POSTER, "Family hub, notice board", "family-help-south", "FH-S1"),
          new Standing(
              OpenLink.Kind.TABLET,
              "Harbour office, waiting room",
              "family-help-harbour",
              "FH-H1"));

  /** Where an open link is in the sample, and whose people come by. */
  private record Standing(OpenLink.Kind kind, String place, String area, String team) {}

  private final SampleCouncil council = new SampleCouncil();
  private final SampleAnswers answers;
  private final Import importer;
  private final Forms forms;
  private final OpenLinks openLinks;
  private final CouncilClock calendar;

  SampleLife(
      Import importer, Forms forms, OpenLinks openLinks, TryOutClock clock, CouncilClock calendar) {
    this.importer = importer;
    this.forms = forms;
    this.openLinks = openLinks;
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

  /** Letters are answered by nobody in the sample: their code is typed by hand. */
  private Optional<Household.Member> reached(Arrived message) {
    return switch (message) {
      case PhoneMessage text -> council.withPhone(text.phone());
      case MailMessage mail -> council.withEmail(mail.to());
      case LetterMessage _ -> Optional.empty();
    };
  }

  /** The whole contact feed; says the same each time. */
  void contacts() {
    take("contacts.csv", council.contacts(FEED_OF));
  }

  /** The extract of one week. */
  void extract(LocalDate monday) {
    take("ssd_cin_assessments.csv", council.assessments(monday));
    take("ssd_initial_cp_conference.csv", council.conferences(monday));
    take("ssd_cin_episodes.csv", council.closures(monday));
  }

  /** Some of those who were sent these messages answer. */
  void answer(List<Arrived> messages, double share, URI house)
      throws IOException, InterruptedException {
    var random = new Random(calendar.today().toEpochDay());
    var replies = new ArrayList<SampleRespondent.Reply>();
    for (var message : messages) {
      var member = reached(message);
      if (random.nextDouble() < share && member.isPresent()) {
        replies.add(reply(member.get(), message.path()));
      }
    }
    new SampleRespondent(house).answer(replies);
  }

  /** A poster and a tablet, for whoever comes by. */
  void posters() {
    if (openLinks.all().isEmpty()) {
      for (var link : OPEN_LINKS) {
        openLinks.make(
            link.kind(), link.place(), link.area(), forms.latest("service-parent"), "en");
      }
    }
  }

  /** Now and then somebody who was not asked answers all the same. */
  void passersBy(URI house) throws IOException, InterruptedException {
    var random = new Random(calendar.today().toEpochDay());
    var replies = new ArrayList<SampleRespondent.Reply>();
    for (var link : openLinks.all()) {
      var ours = OPEN_LINKS.stream().filter(it -> it.place().equals(link.place())).findFirst();
      if (ours.isPresent() && !link.closed() && random.nextDouble() < PASSING) {
        var fields =
            answers.to(forms.latest("service-parent"), ours.get().team(), "en", calendar.today());
        replies.add(new SampleRespondent.Reply("/" + link.code(), fields));
      }
    }
    new SampleRespondent(house).answer(replies);
  }

  private SampleRespondent.Reply reply(Household.Member to, String link) {
    var family = council.familyOf(to);
    var form =
        forms.latest(
            switch (to.role()) {
              case "route" -> "conference-young-person";
              case "worker" -> "closure-staff";
              case "partner" -> "conference-partner";
              default -> "assessment-parent";
            });
    boolean conference = form.name().startsWith("conference");
    var team = conference ? family.conferenceTeam() : family.team();
    var language =
        to.role().equals("route") ? family.people().getFirst().language() : to.language();
    return new SampleRespondent.Reply(link, answers.to(form, team, language, calendar.today()));
  }

  private void take(String name, String csv) {
    importer.bytes(name, csv.getBytes(StandardCharsets.UTF_8));
  }
}
