package org.hearback;

import static org.hearback.Plant.found;
import static org.hearback.Plant.passed;

import org.junit.jupiter.api.Test;

/** Each rule of the plan is seen finding a violation, and passing over what only looks like one. */
class PlantedRoomsTest {
  @Test
  void a_room_that_imports_a_later_one() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    found(
        rule,
        "audit.Early",
        "package org.hearback.audit; class Early { org.hearback.form.Form form; }");
    passed(rule, "package org.hearback.answer; class Late { org.hearback.form.Form form; }");
  }

  @Test
  void a_room_that_imports_the_porch_the_door_or_the_try_out() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    var porch = "package org.hearback.web; public class Planted {}";
    var door = "package org.hearback; public class PlantedDoor {}";
    found(
        rule,
        "audit.Visitor",
        "package org.hearback.audit; class Visitor { org.hearback.web.Planted porch; }",
        porch);
    found(
        rule,
        "audit.Visitor",
        "package org.hearback.audit; class Visitor { org.hearback.PlantedDoor door; }",
        door);
    found(
        rule,
        "action.Visitor",
        "package org.hearback.action; class Visitor { org.hearback.tryout.Passwords words; }");
  }

  @Test
  void a_porch_that_imports_a_room_and_a_door_that_imports_the_try_out() {
    var rule = HouseRules.rooms_import_only_rooms_before_them();
    found(
        rule, "web.Nosy", "package org.hearback.web; class Nosy { org.hearback.form.Form form; }");
    found(
        rule,
        "hearback.Opener",
        "package org.hearback; class Opener { org.hearback.tryout.Passwords words; }");
    passed(rule, "package org.hearback.tryout; class Guest { org.hearback.form.Form form; }");
  }

  @Test
  void a_room_that_nobody_planned() {
    var rule = HouseRules.there_are_only_the_known_rooms();
    found(rule, "org.hearback.common.Things", "package org.hearback.common; class Things {}");
    found(
        rule, "org.hearback.form.inner.Things", "package org.hearback.form.inner; class Things {}");
    passed(rule, "package org.hearback.form; class Things {}");
  }

  @Test
  void the_framework_in_the_middle_of_a_room() {
    var rule = HouseRules.the_framework_stays_at_the_edge();
    found(
        rule,
        "form.Middle",
        "package org.hearback.form; class Middle { io.micronaut.http.HttpRequest<?> request; }");
    passed(
        rule,
        "package org.hearback.form; class EdgePage { io.micronaut.http.HttpRequest<?> request; }",
        """
        package org.hearback.form;
        class Middle {
          @io.micronaut.transaction.annotation.Transactional("clerk")
          void work() {}
        }
        """);
  }

  @Test
  void a_database_or_a_framework_in_anonymity() {
    var rule = HouseRules.anonymity_is_pure();
    found(
        rule,
        "anonymity.Reader",
        "package org.hearback.anonymity; class Reader { java.sql.Connection store; }");
    found(
        rule,
        "anonymity.KeenPage",
        "package org.hearback.anonymity; class KeenPage { io.micronaut.http.HttpStatus status; }");
    passed(rule, "package org.hearback.anonymity; @jakarta.inject.Singleton class Pure {}");
  }

  @Test
  void lucene_outside_theme() {
    var rule = HouseRules.lucene_stays_in_theme();
    found(
        rule,
        "reporting.Searcher",
        "package org.hearback.reporting; class Searcher { org.apache.lucene.index.IndexReader in;"
            + " }");
    passed(
        rule,
        "package org.hearback.theme; class Searcher { org.apache.lucene.index.IndexReader in; }");
  }

  @Test
  void a_later_room_that_opens_answers() {
    var rule = HouseRules.only_the_desk_opens_answers();
    found(
        rule,
        "theme.Peeping",
        "package org.hearback.theme; class Peeping { org.hearback.safeguarding.Clearing desk; }");
    passed(
        rule,
        "package org.hearback.tryout; class Reader { org.hearback.safeguarding.Clearing desk; }");
  }
}
