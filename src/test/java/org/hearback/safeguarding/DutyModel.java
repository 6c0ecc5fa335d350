package org.hearback.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hearback.Phone;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.response.DelinkJob;

/**
 * What must hold about answers and unlocks, kept beside the house: it knows only what was done and
 * what came back, and says when the house shows or does more than that allows.
 */
final class DutyModel {
  private static final Pattern CODE =
      Pattern.compile("\\b([0-9a-z]{3})[- ]([0-9a-z]{3})[- ]([0-9a-z]{3})\\b");

  private static final List<String> CRASHES =
      List.of(
          "UPDATE ON bridge.clearing",
          "UPDATE ON bridge.envelope",
          "DELETE ON bridge.clearing",
          "DELETE ON bridge.envelope",
          "DELETE ON bridge.batch",
          "INSERT ON bridge.batch",
          "INSERT ON bridge.hold",
          "INSERT ON feedback.response",
          "INSERT ON feedback.counter",
          "INSERT ON office.audit");

  private final List<TestHouse> nodes;
  private final TestHouse house;
  private final List<Staff> staff;
  private final Phone phone;
  private final UnlockDesk desk;
  private final Map<UUID, String> sent = new HashMap<>();
  private final List<UUID> order = new ArrayList<>();
  private final Set<UUID> worries = new HashSet<>();
  private final Set<UUID> holds = new HashSet<>();
  private final Set<UUID> takenBack = new HashSet<>();
  private final Map<UUID, Asked> unlocks = new HashMap<>();
  private final List<UUID> unlockOrder = new ArrayList<>();

  /** One request as it was made and answered. */
  private static final class Asked {
    final UUID envelope;
    final Staff asker;
    final boolean alone;
    Optional<Staff> granter = Optional.empty();
    Optional<Instant> openedAt = Optional.empty();
    boolean over;

    Asked(UUID envelope, Staff asker, boolean alone) {
      this.envelope = envelope;
      this.asker = asker;
      this.alone = alone;
    }

    boolean live() {
      return !over && openedAt.isPresent();
    }
  }

  /**
   * @param nodes all of one database and one key folder; people meet the first, jobs run on all at
   *     once
   */
  DutyModel(List<TestHouse> nodes, List<Staff> staff) throws SQLException {
    this.nodes = nodes;
    this.house = nodes.getFirst();
    var now = house.clock().instant();
    nodes.forEach(node -> node.clock().pass(Duration.between(node.clock().instant(), now)));
    this.staff = staff;
    this.phone = new Phone(house.address());
    this.desk = house.get(UnlockDesk.class);
    for (var table :
        List.of(
            "bridge.hold",
            "bridge.unlock_request",
            "bridge.concern",
            "bridge.clearing",
            "bridge.batch",
            "bridge.envelope",
            "bridge.withdrawal",
            "feedback.change",
            "feedback.item",
            "feedback.tick",
            "feedback.comment",
            "feedback.counter",
            "feedback.response",
            "vault.link",
            "vault.invitation")) {
      house.database().execute("DELETE FROM " + table);
    }
    house.get(KeyJob.class).run();
  }

  /** Some people answer: most tick, some write, one is in danger. */
  void send(int which) throws Exception {
    together(node -> node.get(KeyJob.class).run());
    var at = house.clock().instant();
    var tokens = house.invited(1 + which % 7, "assessment-parent", "PARENT", "", "M3", "en", at);
    for (int person = 0; person < tokens.size(); person++) {
      var fields =
          switch ((which + person) % 6) {
            case 0 -> Map.of("since", "worse", "change", "He hits me.");
            case 1 -> Map.of("listened", "agree", "change", "More time.");
            default -> Map.of("listened", "agree");
          };
      var page = phone.send(phone.open(tokens.get(person)), fields);
      assertThat(page.statusCode()).isEqualTo(200);
      var code = CODE.matcher(page.body().replaceAll("<[^>]*>", " "));
      assertThat(code.find()).isTrue();
      remember(code.group());
    }
  }

  private void remember(String code) throws SQLException {
    for (var id : envelopes()) {
      if (sent.putIfAbsent(id, code) == null) {
        order.add(id);
      }
    }
  }

  void readAll() throws SQLException {
    house.get(OpenJob.class).run();
    worriesNow();
    for (int at = 0; at < order.size(); at++) {
      if (at % 5 != 0) {
        read(order.get(at), at % 11 == 0 ? Risk.AMBER : Risk.NOBODY);
      }
    }
  }

  void read(int which) throws SQLException {
    house.get(OpenJob.class).run();
    worriesNow();
    if (!order.isEmpty()) {
      read(order.get(which % order.size()), which % 2 == 0 ? Risk.RED : Risk.NOBODY);
    }
  }

  private void read(UUID id, Risk risk) {
    var decision = new Decision(risk, Map.of(), Map.of(), Map.of());
    var outcome = house.get(Clearing.class).clear(id, staff.getFirst(), decision);
    if (outcome instanceof Clearing.Outcome.Done) {
      if (risk == Risk.NOBODY) {
        worries.remove(id);
      } else {
        worries.add(id);
      }
    }
  }

  /** Opening raises what the screen has flagged: from then on only a person takes it off. */
  private void worriesNow() throws SQLException {
    worries.addAll(ids("SELECT envelope FROM bridge.concern WHERE state = 'open'"));
  }

  void closeConcern(int which) {
    if (!order.isEmpty()) {
      var id = order.get(which % order.size());
      if (house.get(Clearing.class).closeConcern(id, staff.getFirst(), "Seen today.")) {
        worries.remove(id);
      }
    }
  }

  void ask(int which, Staff who) {
    opened(which, who, false);
  }

  void alone(int which, Staff who) {
    opened(which, who, true);
  }

  private void opened(int which, Staff who, boolean alone) {
    if (order.isEmpty()) {
      return;
    }
    var envelope = order.get(which % order.size());
    var id =
        alone
            ? desk.alone(envelope, who, "He is there now.")
            : desk.ask(envelope, who, UnlockReason.HARM, "A brother.");
    id.ifPresent(unlock -> {
      var asked = new Asked(envelope, who, alone);
      if (alone) {
        asked.openedAt = Optional.of(house.clock().instant());
      }
      unlocks.put(unlock, asked);
      unlockOrder.add(unlock);
    });
  }

  void grant(int which, Staff who) {
    chosen(which)
        .ifPresent(id -> {
          var unlock = desk.find(id);
          if (unlock.isPresent()
              && desk.mayDecide(unlock.get(), who)
              && desk.grant(unlock.get(), who)) {
            var asked = unlocks.get(id);
            assertThat(who.signIn()).as("a second person").isNotEqualTo(asked.asker.signIn());
            assertThat(roles(who, asked.asker)).as("in another role").isTrue();
            asked.granter = Optional.of(who);
            asked.openedAt = Optional.of(house.clock().instant());
          }
        });
  }

  private static boolean roles(Staff one, Staff other) {
    return one.roles().contains(Role.LEAD) && other.roles().contains(Role.READER)
        || one.roles().contains(Role.READER) && other.roles().contains(Role.LEAD);
  }

  void refuse(int which, Staff who) {
    chosen(which)
        .ifPresent(id -> {
          var unlock = desk.find(id);
          if (unlock.isPresent()
              && desk.mayDecide(unlock.get(), who)
              && desk.refuse(unlock.get(), who, "No need.")) {
            unlocks.get(id).over = true;
          }
        });
  }

  /** The heart of it: whoever sees a person has a second one behind them, or an alarm. */
  void look(int which, Staff who) throws SQLException {
    var id = chosen(which);
    if (id.isEmpty()) {
      return;
    }
    long looks = audited("unlock-viewed");
    boolean seen = desk.sender(id.get(), who).isPresent();
    var asked = unlocks.get(id.get());
    if (!seen) {
      return;
    }
    assertThat(audited("unlock-viewed")).as("on the audit").isEqualTo(looks + 1);
    assertThat(asked.over).as("after account was given, or a refusal").isFalse();
    var opened = asked.openedAt.orElseThrow();
    var lasts = asked.alone ? Unlocking.ONE_LOOKS : Unlocking.TWO_LOOK;
    assertThat(house.clock().instant()).isBefore(opened.plus(lasts));
    if (asked.alone) {
      assertThat(who.signIn()).isEqualTo(asked.asker.signIn());
      assertThat(house.get(UnlockRows.class).anyAlone()).as("the alarm").isTrue();
    } else {
      assertThat(who.signIn()).isIn(asked.asker.signIn(), asked.granter.orElseThrow().signIn());
    }
  }

  void account(int which, Staff who) {
    chosen(which)
        .ifPresent(id -> {
          var unlock = desk.find(id);
          if (unlock.isPresent()
              && desk.mayAccount(unlock.get(), who)
              && desk.account(unlock.get(), who, true, "Done.")) {
            var asked = unlocks.get(id);
            assertThat(asked.alone && who.signIn().equals(asked.asker.signIn())).isFalse();
            asked.over = true;
          }
        });
  }

  void hold(int which, Staff who) throws SQLException {
    if (!order.isEmpty() && who.roles().contains(Role.LEAD)) {
      var id = order.get(which % order.size());
      if (desk.place(id, who, HoldReason.COURT, Duration.ofDays(1 + which % 90), "An order.")) {
        holds.add(id);
      }
      holds.retainAll(ids("SELECT envelope FROM bridge.hold")); // the job has ended what is over
    }
  }

  void endHold(int which) {
    if (!order.isEmpty()) {
      var id = order.get(which % order.size());
      desk.end(id, staff.get(2));
      holds.remove(id);
    }
  }

  void takeBack(int which) throws Exception {
    if (order.isEmpty()) {
      return;
    }
    var id = order.get(which % order.size());
    var there = envelopes();
    phone.post("/withdraw", Map.of("code", sent.get(id)));
    house.get(WithdrawJob.class).run();
    var left = envelopes();
    for (var gone : there) {
      if (!left.contains(gone)) {
        takenBack.add(gone);
      }
    }
  }

  void jobs() throws SQLException {
    run();
  }

  private void run() throws SQLException {
    together(node -> node.get(OpenJob.class).run());
    worriesNow();
    together(node -> node.get(Unlocking.class).endWhatIsOver());
    together(node -> node.get(HoldJob.class).run());
    holds.retainAll(ids("SELECT envelope FROM bridge.hold"));
    withdraw();
    together(node -> node.get(DelinkJob.class).run());
  }

  /** The same job on each node in the same moment; what one of them throws is thrown. */
  private void together(Consumer<TestHouse> job) {
    var failed = new ConcurrentLinkedQueue<RuntimeException>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var node : nodes) {
        threads.execute(() -> {
          try {
            job.accept(node);
          } catch (RuntimeException e) {
            failed.add(e);
          }
        });
      }
    }
    if (!failed.isEmpty()) {
      throw failed.element();
    }
  }

  /** Earlier requests are carried out once nothing keeps the answer any more. */
  private void withdraw() throws SQLException {
    var there = envelopes();
    together(node -> node.get(WithdrawJob.class).run());
    there.removeAll(envelopes());
    takenBack.addAll(there);
  }

  void jobsCrash(int which) throws SQLException {
    crash(which, this::run);
  }

  void actCrashes(int which, Staff who) throws SQLException {
    crash(
        which,
        () -> {
          grant(which, who);
          alone(which, who);
          hold(which, who);
          look(which, who);
        });
  }

  private interface Doing {
    void run() throws SQLException;
  }

  private void crash(int which, Doing doing) throws SQLException {
    var at = CRASHES.get(which % CRASHES.size());
    var schema = at.replaceFirst(".* ON (\\w+)\\..*", "$1");
    house
        .database()
        .execute(
            "CREATE TRIGGER %s.crash BEFORE %s FOR EACH ROW SIGNAL SQLSTATE '45000'"
                .formatted(schema, at));
    try {
      doing.run();
    } catch (RuntimeException e) {
      // cut off in the middle; what was done has to be whole all the same
    } finally {
      house.database().execute("DROP TRIGGER " + schema + ".crash");
      worriesNow();
      holds.addAll(ids("SELECT envelope FROM bridge.hold WHERE reason = 'court'"));
    }
  }

  void pass(int hours) {
    nodes.forEach(node -> node.clock().pass(Duration.ofHours(hours)));
  }

  /** Whatever somebody worries about, looks at or holds is there, and opens. */
  void check() {
    try {
      var there = envelopes();
      assertThat(there).as("worries").containsAll(worries);
      assertThat(there).as("held").containsAll(holds);
      for (var asked : unlocks.values()) {
        if (asked.live()) {
          assertThat(there).as("somebody looks").contains(asked.envelope);
        }
      }
      for (var id : there) {
        house.get(Clearing.class).sheet(id);
      }
      assertThat(house.get(UnlockRows.class).anyAlone())
          .as("the alarm stands until somebody else gives account")
          .isEqualTo(unlocks.values().stream().anyMatch(asked -> asked.alone && asked.live()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** After a last run without a crash each answer is somewhere, once. */
  void settle() throws SQLException {
    run();
    check();
    assertThat(count("feedback.response") + envelopes().size() + takenBack.size())
        .as("each answer once")
        .isEqualTo(sent.size());
    assertThat(count("bridge.batch")).isZero();
  }

  private Optional<UUID> chosen(int which) {
    return unlockOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(unlockOrder.get(unlockOrder.size() - 1 - which % unlockOrder.size()));
  }

  private Set<UUID> envelopes() throws SQLException {
    return ids("SELECT id FROM bridge.envelope");
  }

  private Set<UUID> ids(String sql) throws SQLException {
    var ids = new HashSet<UUID>();
    house.database().column(sql).forEach(id -> ids.add(UUID.fromString(id)));
    return ids;
  }

  private long audited(String act) throws SQLException {
    return Long.parseLong(
        house
            .database()
            .column("SELECT COUNT(*) FROM office.audit WHERE act = '" + act + "'")
            .getFirst());
  }

  private long count(String table) throws SQLException {
    return Long.parseLong(house.database().column("SELECT COUNT(*) FROM " + table).getFirst());
  }
}
