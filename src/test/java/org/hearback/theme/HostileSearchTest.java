package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.hearback.OneHouse;
import org.hearback.Phone;
import org.hearback.access.Browser;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is typed into the search, the page comes back with what was typed: by the door that
 * everybody uses, where also the server, the audit and the page see it. How long it takes: {@code
 * infra/bench/hostile}.
 */
class HostileSearchTest {
  private static final String PASSWORD = "correct horse battery";
  private static final long SEED = 20_261_129;

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  @Test
  @Tag("everyday")
  void three_hundred_hostile_texts() throws Exception {
    ask(300);
  }

  @Test
  @Tag("full")
  void ten_thousand_hostile_texts() throws Exception {
    ask(10_000);
  }

  private static void ask(int many) throws Exception {
    var house = ONE.get();
    var feedback = new Feedback(house.database());
    for (var said :
        new String[] {
          "Nobody listened, the worker was late.", "الاجتماع كان طويلا", "a-b e-mail 😢"
        }) {
      feedback.say(said);
    }
    house.get(IndexJob.class).run();
    var staff =
        new Staff(UUID.randomUUID(), "ana", "Ana", Set.of(Role.ANALYST), Set.of(), Set.of("en"));
    house.get(Hired.class).add(staff, PASSWORD);
    var analyst = new Browser(house.address());
    analyst.signIn("ana", PASSWORD);
    var chance = new SplittableRandom(SEED);
    for (int at = 0; at < many; at++) {
      var typed = SearchHostile.typed(chance);
      var answer = analyst.get("/office/search?words=" + Phone.encode(typed));
      assertThat(answer.statusCode()).as("number %d, %d signs", at, typed.length()).isEqualTo(200);
      assertThat(answer.body()).contains("name=\"words\"").contains("found</h2>");
    }
  }
}
