package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.hearback.TestDatabase;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.audit.AuditCheck;

/**
 * Sending, clearing, unlocking, holding, taking back and de-linking in any order, with crashes and
 * a clock that jumps: nobody sees who sent an answer without a second person or an alarm, and no
 * answer is lost or doubled.
 */
class NobodyAloneTest {
  private static final List<Staff> STAFF =
      List.of(
          person("reader-a", Role.READER),
          person("reader-b", Role.READER),
          person("lead-a", Role.LEAD),
          person("lead-b", Role.LEAD),
          person("both", Role.READER, Role.LEAD));

  private static TestHouse house;
  private static TestHouse second;

  @BeforeContainer
  static void open() throws Exception {
    house = TestHouse.on(TestDatabase.shared());
    second = TestHouse.over(house.database(), house.keyFolder());
  }

  @AfterContainer
  static void close() {
    second.close();
    house.close();
  }

  private static Staff person(String name, Role... roles) {
    return new Staff(UUID.randomUUID(), name, name, Set.of(roles), Set.of(), Set.of("en"));
  }

  @Property(tries = 3)
  @Tag("everyday")
  void no_sequence_reveals_a_person_to_one_alone_or_loses_an_answer(
      @ForAll("days") ActionChain<DutyModel> days) throws Exception {
    holds(days);
  }

  /** Both run each of their jobs in the same moment, again and again; neither gives up over it. */
  @Property(tries = 3)
  @Tag("everyday")
  void nor_does_one_of_two_nodes(@ForAll("daysOfTwo") ActionChain<DutyModel> days)
      throws Exception {
    holds(days);
  }

  @Property(tries = 12)
  @Tag("full")
  void nor_does_one_of_many(@ForAll("days") ActionChain<DutyModel> days) throws Exception {
    holds(days);
  }

  @Property(tries = 12)
  @Tag("full")
  void nor_does_one_of_many_of_two_nodes(@ForAll("daysOfTwo") ActionChain<DutyModel> days)
      throws Exception {
    holds(days);
  }

  private static void holds(ActionChain<DutyModel> days) throws Exception {
    var end = days.withInvariant("what is kept is there", DutyModel::check).run();
    end.settle();
    assertThat(house.get(AuditCheck.class).verify()).isInstanceOf(AuditCheck.Whole.class);
  }

  @Provide
  Arbitrary<ActionChain<DutyModel>> days() {
    return days(List.of(house));
  }

  @Provide
  Arbitrary<ActionChain<DutyModel>> daysOfTwo() {
    return days(List.of(house, second));
  }

  private static Arbitrary<ActionChain<DutyModel>> days(List<TestHouse> nodes) {
    return ActionChain.startWith(() -> fresh(nodes))
        .withAction(4, step("send", any(), DutyModel::send))
        .withAction(4, plain("read all", DutyModel::readAll))
        .withAction(2, step("read one", any(), DutyModel::read))
        .withAction(2, step("close a concern", any(), DutyModel::closeConcern))
        .withAction(3, two("ask", DutyModel::ask))
        .withAction(3, two("grant", DutyModel::grant))
        .withAction(1, two("refuse", DutyModel::refuse))
        .withAction(1, two("alone", DutyModel::alone))
        .withAction(5, two("look", DutyModel::look))
        .withAction(2, two("account", DutyModel::account))
        .withAction(1, two("hold", DutyModel::hold))
        .withAction(1, step("end a hold", any(), DutyModel::endHold))
        .withAction(2, step("take back", any(), DutyModel::takeBack))
        .withAction(4, plain("jobs", DutyModel::jobs))
        .withAction(3, step("jobs with a crash", any(), DutyModel::jobsCrash))
        .withAction(1, two("act with a crash", DutyModel::actCrashes))
        .withAction(5, step("clock", hours(), DutyModel::pass))
        .withMaxTransformations(60);
  }

  private static DutyModel fresh(List<TestHouse> nodes) {
    try {
      return new DutyModel(nodes, STAFF);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Arbitrary<Integer> any() {
    return Arbitraries.integers().between(0, 999);
  }

  /** Mostly forwards, sometimes back: a clock is set right, or a node's is wrong. */
  private static Arbitrary<Integer> hours() {
    return Arbitraries.of(1, 3, 5, 24, 72, 15 * 24, 36 * 24, -1, -3, -30);
  }

  private interface Step {
    void take(DutyModel model, int which) throws Exception;
  }

  private interface TwoStep {
    void take(DutyModel model, int which, Staff who) throws Exception;
  }

  private interface PlainStep {
    void take(DutyModel model) throws Exception;
  }

  private static Action<DutyModel> plain(String name, PlainStep step) {
    return Action.just(Transformer.mutate(name, model -> done(() -> step.take(model))));
  }

  private static Action.Independent<DutyModel> step(
      String name, Arbitrary<Integer> which, Step step) {
    return () ->
        which.map(
            it -> Transformer.mutate(name + " " + it, model -> done(() -> step.take(model, it))));
  }

  private static Action.Independent<DutyModel> two(String name, TwoStep step) {
    return () ->
        Combinators.combine(any(), Arbitraries.of(STAFF))
            .as((it, who) ->
                Transformer.mutate(
                    name + " " + it + " by " + who.signIn(),
                    model -> done(() -> step.take(model, it, who))));
  }

  private interface Doing {
    void run() throws Exception;
  }

  private static void done(Doing doing) {
    try {
      doing.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
