package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearback.anonymity.CellSpan;
import org.hearback.journey.Audience;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;
import org.hearback.journey.ContactRole;
import org.hearback.journey.Milestone;
import org.hearback.journey.Milestones;

/**
 * How often one person can count in one published cell: each invitation gives one answer at most
 * (all its links are spent by the first), and each answer feeds the same items. So it is the caps
 * on invitations that bound it.
 */
class CapsTest {
  private static final LocalDate START = LocalDate.parse("2025-01-06");

  /** As a council's file says that leaves the yearly cap out. */
  private static final Milestones RULES =
      new Milestones(
          42,
          14,
          92,
          new Milestones.Caps(60, 0, 2),
          new Milestones.Flags(Set.of(), Set.of()),
          Map.of(),
          List.of(),
          Set.of());

  private static final List<String> AREAS = List.of("north", "south");

  /**
   * Something happens to the person.
   *
   * @param lag days from the due day on which it waits for a postman
   * @param again the first message got lost, and a second went with another link
   * @param lateLabel the answer is stored under the month after that of its message
   */
  record Happening(int day, String area, boolean review, int lag, boolean again, boolean lateLabel)
      implements Comparable<Happening> {
    @Override
    public int compareTo(Happening other) {
      return Integer.compare(day, other.day);
    }
  }

  private record Sent(LocalDate on, String area, boolean review, YearMonth label) {}

  @Property(tries = 500)
  void one_person_counts_twice_at_most_in_a_cell_whatever_happens_to_them(
      @ForAll("histories") List<Happening> history) {
    assertThat(mostInOneCell(answers(history))).isLessThanOrEqualTo(2);
  }

  @Example
  void the_cap_of_sixty_days_alone_would_let_seven_through() {
    var busy = new ArrayList<Happening>();
    for (int day = 0; day < 700; day += 60) {
      busy.add(new Happening(day, "north", false, 0, false, false));
    }
    assertThat(answers(busy)).hasSize(4);
    assertThat(mostInOneCell(withoutYearlyCap(busy))).isGreaterThan(5);
  }

  private static int mostInOneCell(List<Sent> answers) {
    int most = 0;
    for (var month = YearMonth.from(START);
        month.isBefore(YearMonth.from(START).plusMonths(60));
        month = month.plusMonths(3)) {
      var span = CellSpan.quarterOf(month).rolling();
      for (var area : Stream.concat(AREAS.stream(), Stream.of("council")).toList()) {
        int here = 0;
        for (var answer : answers) {
          boolean within = area.equals("council") || area.equals(answer.area());
          here += within && span.covers(answer.label().toString()) ? 1 : 0;
        }
        most = Math.max(most, here);
      }
    }
    return most;
  }

  /** Planned as each event comes in, weighed again when a postman has time, as the service does. */
  private static List<Sent> answers(List<Happening> history) {
    var sent = new ArrayList<Sent>();
    var waiting = new ArrayList<Happening>();
    var inOrder = history.stream().sorted().toList();
    for (int day = 0; day < 1_100; day++) {
      int today = day;
      for (var event : inOrder) {
        if (event.day() == today) {
          // A waiting one counts as asked when another is planned.
          var others = Stream.concat(sent.stream(), waiting.stream().map(CapsTest::sent));
          if (goes(event, today, others.toList())) {
            waiting.add(event);
          }
        }
      }
      for (var event : List.copyOf(waiting)) {
        if (event.day() + event.lag() == today) {
          waiting.remove(event);
          if (goes(event, today, sent)) {
            spend(event, sent);
          }
        }
      }
    }
    return sent;
  }

  /** Where a second link went, both are tried; the answer by the first has spent both. */
  private static void spend(Happening event, List<Sent> sent) {
    boolean spent = false;
    for (int link = 0; link < (event.again() ? 2 : 1); link++) {
      if (!spent) {
        sent.add(sent(event));
      }
      spent = true;
    }
  }

  private static boolean goes(Happening event, int today, List<Sent> others) {
    var on = START.plusDays(today);
    var person = person();
    var ask =
        new Milestone.Ask(
            Audience.PARENT,
            List.of(),
            "form",
            1,
            new Milestone.Delay(0, 0),
            Milestone.Route.OWN,
            List.of(Channel.TEXT));
    var situation =
        new Situation(
            ask,
            false,
            person,
            person,
            List.of(person),
            Map.of(Channel.TEXT, Set.of()),
            Set.of(Channel.TEXT),
            true,
            List.of(),
            false,
            others.stream().map(Sent::on).toList(),
            others.stream().map(Sent::on).map(YearMonth::from).toList(),
            event.review(),
            (int) others.stream().filter(Sent::review).count(),
            START.plusDays(event.day()),
            on);
    return new Policy(RULES).weigh(situation) instanceof Policy.Verdict.Send;
  }

  private static Contact person() {
    return new Contact(
        "p",
        ContactRole.PARENT,
        "f",
        "Name",
        "+447700900123",
        "",
        List.of(),
        "en",
        "",
        Contact.Ok.YES,
        Contact.Ok.UNKNOWN,
        Contact.Ok.UNKNOWN,
        List.of(),
        START);
  }

  private static List<Sent> withoutYearlyCap(List<Happening> history) {
    return history.stream().map(CapsTest::sent).toList();
  }

  private static Sent sent(Happening it) {
    var on = START.plusDays(it.day() + it.lag());
    return new Sent(
        on, it.area(), it.review(), YearMonth.from(on).plusMonths(it.lateLabel() ? 1 : 0));
  }

  @Provide
  Arbitrary<List<Happening>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_050),
            Arbitraries.of(AREAS),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 14),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Happening::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(40);
  }
}
