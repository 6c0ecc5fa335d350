package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the server itself says about the four schemas: nothing in them could join feedback to
 * people.
 */
class SchemaTest {
  private static final String OURS = "('vault', 'bridge', 'feedback', 'office')";

  private final TestDatabase database = TestDatabase.shared();

  @Test
  void no_foreign_key_crosses_a_schema() throws Exception {
    assertThat(
            database.column(
                "SELECT constraint_name FROM information_schema.key_column_usage"
                    + " WHERE referenced_table_schema IS NOT NULL AND table_schema IN "
                    + OURS))
        .isEmpty();
  }

  @Test
  void nothing_counts_by_itself() throws Exception {
    assertThat(
            database.column(
                "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
                    + " WHERE auto_increment IS NOT NULL AND table_schema IN "
                    + OURS))
        .isEmpty();
    assertThat(
            database.column(
                "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables"
                    + " WHERE table_type = 'SEQUENCE' AND table_schema IN "
                    + OURS))
        .isEmpty();
  }

  @Test
  void feedback_knows_no_day_and_the_others_know_an_hour_only_where_it_says_why() throws Exception {
    assertThat(times("feedback")).containsExactly("published_release.made_on date");
    assertThat(times("bridge"))
        .as(
            "due_at stands for flagged answers only, and a concern's is moved by a reader; alerts"
                + " are about these alone")
        .containsExactlyInAnyOrder(
            "alert.at datetime",
            "alert_message.due_at datetime",
            "alert_message.failed_at datetime",
            "alert_message.held_until datetime",
            "alert_message.next_try datetime",
            "clearing_tally.day date",
            "concern.due_at datetime",
            "contact_request.held_until datetime", // while it is being mailed
            "contact_request.received_on date",
            "desk.ends_at datetime", // of what lies open before a reader, for minutes
            "envelope.due_at datetime",
            "hold.ends_at datetime",
            "unlock_request.account_due datetime",
            "unlock_request.lapses_at datetime",
            "unlock_request.shuts_at datetime",
            "envelope.sent_on date",
            "withdrawal.asked_on date");
    assertThat(times("vault").stream().filter(time -> !time.endsWith(" date")))
        .as("midnights, what the contact feed says of itself, and when a text is tried again")
        .containsExactlyInAnyOrder(
            "link.expires_at datetime",
            "contact.updated_at datetime",
            "delivery.held_until datetime");
    assertThat(
            database.column(
                "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                    + " WHERE (column_default LIKE '%current%' OR extra LIKE '%current%')"
                    + " AND table_name <> 'migration_history' AND table_schema IN "
                    + OURS))
        .isEmpty();
  }

  @Test
  void an_unflagged_answer_has_no_hour() throws Exception {
    assertThat(
            database.column(
                "SELECT COUNT(*) FROM bridge.envelope WHERE level = 'none' AND due_at IS NOT NULL"))
        .containsExactly("0");
  }

  @Test
  void no_key_stands_on_both_sides() throws Exception {
    Set<String> feedback = new TreeSet<>(columns("feedback"));
    Set<String> people = new TreeSet<>(columns("vault"));
    people.addAll(columns("bridge"));
    feedback.retainAll(people);
    assertThat(feedback)
        .as("coarse words of the label, and ids that are random on each side")
        .isSubsetOf(
            "id",
            "area",
            "audience",
            "age_band",
            "milestone",
            "language",
            "form",
            "form_version",
            "made_on");
    assertThat(columns("feedback"))
        .doesNotContain(
            "person_id", "envelope", "invitation", "token_hash", "nonce_hash", "week", "event");
  }

  @Test
  void nobody_but_the_collector_reaches_into_two_stores() throws Exception {
    Map<String, Set<String>> stores =
        Grants.expected("%").entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    user ->
                        user.getValue().stream()
                            .map(right -> right.replaceAll("^.* ([a-z]+)\\..*$", "$1"))
                            .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(stores.remove("collector")).containsExactly("bridge", "vault");
    stores.forEach((user, reached) -> assertThat(reached).as(user).hasSize(1));
    assertThat(Grants.expected("%").get("collector"))
        .filteredOn(right -> right.contains("bridge."))
        .containsExactlyInAnyOrder(
            "INSERT bridge.envelope", "INSERT bridge.withdrawal", "INSERT bridge.contact_request");
  }

  private List<String> times(String schema) throws Exception {
    return database.column(
        "SELECT CONCAT(table_name, '.', column_name, ' ', data_type) FROM"
            + " information_schema.columns WHERE data_type IN ('date', 'datetime', 'timestamp',"
            + " 'time', 'year') AND table_name <> 'migration_history' AND table_schema = '"
            + schema
            + "' ORDER BY 1");
  }

  private List<String> columns(String schema) throws Exception {
    return database.column(
        "SELECT DISTINCT column_name FROM information_schema.columns WHERE table_schema = '"
            + schema
            + "'");
  }
}
