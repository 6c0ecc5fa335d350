package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.invitation.Message;
import org.hearback.invitation.Postman;
import org.hearback.journey.VaultContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an e-mail says about saved searches, to whom, and how often, by a real mail server. */
class SavedMailJobTest {
  private static final String ADDRESS = "ana@council.example";
  private static final Filter FILTER = new Filter("family-help", "FAMILY", "", "", "", "");

  private final List<VaultContext> nodes = new ArrayList<>();
  private GreenMail server;
  private Feedback feedback;

  @BeforeEach
  void start() throws Exception {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    nodes.forEach(VaultContext::close);
    server.stop();
  }

  @Test
  void the_mail_holds_counts_alone_and_goes_once_a_day_from_seven_on() throws Exception {
    var node = node();
    var ana = ana(node);
    save(node, ana, "interpreter", Filter.none(), true);
    save(node, ana, "late", FILTER, true);
    save(node, ana, "kind", Filter.none(), false);
    save(node, ana, "zebra", Filter.none(), true);
    for (int i = 0; i < 3; i++) {
      feedback.say("The interpreter came, kind and on time");
    }
    feedback.say("Late again");
    index(node);
    run(node, "2026-11-24T06:59:00Z");
    assertThat(mails()).as("before its hour").isEmpty();
    run(node, "2026-11-24T07:01:00Z");
    run(node, "2026-11-24T07:11:00Z");
    assertThat(mails()).hasSize(1);
    var mail = mails().getFirst();
    assertThat(mail.getHeader("To", ",")).isEqualTo(ADDRESS);
    assertThat(mail.getSubject()).isEqualTo("Saved searches");
    assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(
            """
            2 of your saved searches find more comments than before: new ones, or ones that are sorted otherwise now.

            number 1: 3 more
            number 2: 1 more

            What they are called and what they look for stands here, and in no e-mail:
            https://views.example.gov.uk/office/searches
            There you can also end these e-mails. There is one a day at most.\
            """);
    feedback.say("Late once more");
    index(node);
    run(node, "2026-11-24T17:00:00Z");
    assertThat(mails()).as("not a second one on that day").hasSize(1);
    run(node, "2026-11-25T07:01:00Z");
    assertThat(last())
        .contains("1 of your saved searches finds more comments than before", "number 2: 1 more")
        .doesNotContain("number 1");
    run(node, "2026-11-26T07:01:00Z");
    assertThat(mails()).as("nothing new, no mail").hasSize(2);
    assertThat(node.database.column("SELECT act FROM office.audit WHERE actor = 'saved-searches'"))
        .containsExactly("search-told", "search-told");
  }

  @Test
  void what_was_opened_is_not_told_and_what_has_gone_is_not_counted_twice() throws Exception {
    var node = node();
    var ana = ana(node);
    save(node, ana, "late", Filter.none(), true);
    var first = feedback.say("Late");
    feedback.say("Late");
    index(node);
    var saved = node.context.getBean(SavedStore.class).of(ana.id()).getFirst();
    node.context.getBean(SavedSearches.class).open(saved.id(), ana);
    run(node, "2026-11-24T08:00:00Z");
    assertThat(mails()).isEmpty();
    node.database.execute(
        "UPDATE feedback.comment SET display = 'reported' WHERE response = '" + first + "'");
    feedback.changeAgain(first);
    index(node);
    run(node, "2026-11-25T08:00:00Z");
    assertThat(mails()).as("fewer is no news").isEmpty();
    feedback.say("Late");
    index(node);
    run(node, "2026-11-26T08:00:00Z");
    assertThat(last()).contains("number 1: 1 more");
  }

  @Test
  void what_was_saved_or_opened_today_is_told_tomorrow() throws Exception {
    var node = nodeWithOneToTell();
    node.now("2026-11-24T15:00:00Z");
    node.database.execute("UPDATE office.saved_search SET opened_on = '2026-11-24'");
    run(node, "2026-11-24T15:10:00Z");
    assertThat(mails()).as("it would tell the moment of a batch").isEmpty();
    run(node, "2026-11-25T07:01:00Z");
    assertThat(last()).contains("number 1: 1 more");
  }

  @Test
  void who_may_not_search_any_more_or_cannot_be_reached_gets_nothing() throws Exception {
    var node = nodeWithOneToTell();
    var ana = node.database.column("SELECT id FROM office.staff WHERE sign_in = 'ana'").getFirst();
    for (var change :
        List.of(
            "roles = 'MANAGER'",
            "roles = ''",
            "roles = 'ANALYST UNHEARD_OF'",
            "roles = 'ANALYST READER'",
            "email = ''",
            "id = UUID()")) {
      node.database.execute("UPDATE office.staff SET " + change);
      run(node, "2026-11-24T08:00:00Z");
      assertThat(mails()).as(change).isEmpty();
      node.database.execute(
          "UPDATE office.staff SET roles = 'ANALYST', email = '%s', id = '%s'"
              .formatted(ADDRESS, ana));
    }
    node.database.execute("CREATE TABLE office.left_by_a_test AS SELECT * FROM office.staff");
    try {
      node.database.execute("DELETE FROM office.staff");
      run(node, "2026-11-24T08:00:00Z");
      assertThat(mails()).as("deleted").isEmpty();
      node.database.execute("INSERT INTO office.staff SELECT * FROM office.left_by_a_test");
    } finally {
      node.database.execute("DROP TABLE office.left_by_a_test");
    }
    run(node, "2026-11-24T08:00:00Z");
    assertThat(mails()).as("and is told where all of it is as it was").hasSize(1);
  }

  @Test
  void it_is_counted_within_the_areas_of_the_moment_it_goes() throws Exception {
    var node = node();
    var ana = ana(node);
    save(node, ana, "late", Filter.none(), true);
    feedback.say("Late in the north");
    feedback.say("Late in the north, again");
    feedback.say("Late in the south", Feedback.At.usual().area("family-help-south"));
    index(node);
    node.database.execute("UPDATE office.staff SET areas = 'family-help-south'");
    run(node, "2026-11-24T08:00:00Z");
    assertThat(last()).contains("number 1: 1 more");
    node.database.execute("UPDATE office.staff SET areas = 'nowhere'");
    feedback.say("Late in the south", Feedback.At.usual().area("family-help-south"));
    index(node);
    run(node, "2026-11-25T08:00:00Z");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_node_that_is_behind_waits_until_it_is_not() throws Exception {
    var node = node();
    var ana = ana(node);
    save(node, ana, "late", Filter.none(), true);
    feedback.say("Late");
    run(node, "2026-11-24T08:00:00Z");
    assertThat(mails()).isEmpty();
    index(node);
    run(node, "2026-11-24T08:10:00Z");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void two_nodes_send_it_once() throws Exception {
    var here = node();
    var there = node();
    feedback = new Feedback(here.database);
    var ana = ana(here);
    save(here, ana, "late", Filter.none(), true);
    feedback.say("Late");
    index(here);
    index(there);
    here.now("2026-11-24T08:00:00Z");
    there.now("2026-11-24T08:00:00Z");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        threads.submit(job(here)::run);
        threads.submit(job(there)::run);
      }
    }
    assertThat(mails()).hasSize(1);
  }

  @Test
  void where_the_server_is_away_it_goes_later_and_nothing_is_lost() throws Exception {
    var node = nodeWithOneToTell();
    int port = server.getSmtp().getPort();
    server.stop();
    run(node, "2026-11-24T08:00:00Z");
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    run(node, "2026-11-24T08:10:00Z");
    assertThat(last()).contains("number 1: 1 more");
    run(node, "2026-11-24T08:20:00Z");
    assertThat(mails()).hasSize(1);
  }

  @Test
  void a_crash_before_it_has_left_neither_loses_nor_doubles_it() throws Exception {
    var postman = new Planted();
    var node = nodeWithOneToTell(postman);
    postman.next =
        () -> {
          throw new Crash();
        };
    node.now("2026-11-24T08:00:00Z");
    assertThatThrownBy(job(node)::run).isInstanceOf(Crash.class);
    postman.next = postman::take;
    run(node, "2026-11-24T08:04:00Z");
    assertThat(postman.taken).as("perhaps the other node is still at it").isEmpty();
    run(node, "2026-11-24T08:10:00Z");
    run(node, "2026-11-24T08:20:00Z");
    run(node, "2026-11-25T08:20:00Z");
    assertThat(postman.taken).hasSize(1);
    assertThat(postman.taken.getFirst()).contains("number 1: 1 more");
  }

  @Test
  void a_crash_after_it_has_left_sends_it_once_more() throws Exception {
    var postman = new Planted();
    var node = nodeWithOneToTell(postman);
    postman.next =
        () -> {
          postman.take();
          throw new Crash();
        };
    node.now("2026-11-24T08:00:00Z");
    assertThatThrownBy(job(node)::run).isInstanceOf(Crash.class);
    postman.next = postman::take;
    for (var later :
        List.of("2026-11-24T08:10:00Z", "2026-11-24T08:20:00Z", "2026-11-25T08:20:00Z")) {
      run(node, later);
    }
    assertThat(postman.taken).hasSize(2);
    assertThat(postman.taken.getFirst()).isEqualTo(postman.taken.getLast());
    assertThat(Set.copyOf(postman.ids)).as("a mailbox knows it again").hasSize(1);
  }

  @Test
  void what_may_not_have_arrived_is_told_again_on_the_next_day_and_not_before() throws Exception {
    var postman = new Planted();
    var node = nodeWithOneToTell(postman);
    for (var outcome : List.of(new Postman.Outcome.Unknown(), new Postman.Outcome.Refused())) {
      postman.next =
          () -> {
            postman.take();
            return outcome;
          };
      var day = outcome instanceof Postman.Outcome.Unknown ? "2026-11-24" : "2026-11-25";
      run(node, day + "T08:00:00Z");
      run(node, day + "T09:00:00Z");
    }
    assertThat(postman.taken).hasSize(2);
    feedback.say("Late");
    index(node);
    postman.next = postman::take;
    run(node, "2026-11-26T08:00:00Z");
    assertThat(postman.taken.getLast()).contains("number 1: 2 more");
    assertThat(postman.ids).as("each day says something else").doesNotHaveDuplicates();
  }

  @Test
  void somebody_whose_searches_do_not_open_holds_up_nobody() throws Exception {
    var node = node();
    var ana = ana(node);
    var eve = analyst(node, "eve", "eve@council.example");
    save(node, ana, "late", Filter.none(), true);
    save(node, eve, "late", Filter.none(), true);
    node.database.execute(
        "UPDATE office.saved_search SET sealed = 'x' WHERE staff = '" + ana.id() + "'");
    feedback.say("Late");
    index(node);
    run(node, "2026-11-24T08:00:00Z");
    assertThat(mails()).hasSize(1);
    assertThat(mails().getFirst().getHeader("To", ",")).isEqualTo("eve@council.example");
  }

  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Stands where the mail server would, to stop the machine at a moment of its own. */
  private static final class Planted implements Postman.OfMail {
    private final List<String> taken = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private Supplier<Outcome> next = this::take;
    private String words = "";

    private Outcome take() {
      taken.add(words);
      return new Outcome.Sent();
    }

    @Override
    public String name() {
      return "planted";
    }

    @Override
    public Outcome send(UUID delivery, Message.Mail mail) {
      ids.add(delivery);
      words = mail.plain();
      return next.get();
    }
  }

  private VaultContext node(Object... postman) throws Exception {
    var more = new HashMap<String, Object>();
    more.put(
        "hearback.index.folder",
        Files.createTempDirectory(Files.createDirectories(Path.of("target/houses")), "index")
            .toAbsolutePath()
            .toString());
    if (postman.length == 0) {
      more.putAll(
          Map.of(
              "hearback.mail.host", "127.0.0.1",
              "hearback.mail.port", server.getSmtp().getPort(),
              "hearback.mail.from", "views@example.gov.uk"));
    }
    var node = new VaultContext(more, postman);
    nodes.add(node);
    node.now("2026-11-23T12:00:00Z");
    feedback = new Feedback(node.database);
    index(node);
    return node;
  }

  /** One saved search, and one comment that it finds since. */
  private VaultContext nodeWithOneToTell(Object... postman) throws Exception {
    var node = node(postman);
    save(node, ana(node), "late", Filter.none(), true);
    feedback.say("Late");
    index(node);
    return node;
  }

  private static Staff ana(VaultContext node) {
    return analyst(node, "ana", ADDRESS);
  }

  private static Staff analyst(VaultContext node, String name, String email) {
    var staff =
        new Staff(
            UUID.randomUUID(), name, name, Set.of(Role.ANALYST), Set.of(), Set.of("en"), email, "");
    node.context.getBean(Hired.class).add(staff, "a password for tests");
    return staff;
  }

  private static void save(
      VaultContext node, Staff staff, String words, Filter filter, boolean mailed) {
    var asked = new SearchRequest(true, words, Optional.empty(), filter, Order.BEST, 1);
    var outcome =
        node.context.getBean(SavedSearches.class).save(asked, "A name for " + words, mailed, staff);
    assertThat(outcome).isInstanceOf(Saved.Outcome.Done.class);
  }

  private static void index(VaultContext node) {
    node.context.getBean(IndexJob.class).run();
  }

  private static SavedMailJob job(VaultContext node) {
    return node.context.getBean(SavedMailJob.class);
  }

  private static void run(VaultContext node, String moment) {
    node.now(moment);
    job(node).run();
  }

  private String last() throws Exception {
    return mails().getLast().getContent().toString();
  }

  private List<MimeMessage> mails() {
    return Arrays.asList(server.getReceivedMessages());
  }
}
