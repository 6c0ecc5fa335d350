package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.hearback.Desk;
import org.hearback.OneHouse;
import org.hearback.RealBrowser;
import org.hearback.TestHouse;
import org.hearback.access.Role;
import org.hearback.journey.ServiceAreas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who manages a service puts up its poster, and takes it down. */
class OpenLinkPageTest {
  private static final String PATH = "/office/open-links";

  @RegisterExtension private static final OneHouse ONE = new OneHouse();

  private final TestHouse house = ONE.get();

  @Test
  void a_manager_makes_a_poster_prints_it_and_closes_it() throws Exception {
    var desk = Desk.of(house, Role.MANAGER, Set.of());
    assertThat(desk.get(PATH).body()).contains("There is none yet");
    var made = desk.post(PATH, PATH, fields("poster", "first floor"));
    assertThat(made.statusCode()).isEqualTo(303);
    var one = desk.get(made.headers().firstValue("location").orElseThrow());
    var link = house.get(OpenLinks.class).all().getFirst();
    assertThat(one.body())
        .contains("Tell us how it is going", "أخبرونا", "/" + link.code(), "<path d=\"M4 4h7")
        .contains(LetterPdf.typable(LinkToken.read(link.code()).orElseThrow()));
    assertThat(desk.get(PATH).body()).contains("Poster: first floor");
    desk.post(PATH, PATH + "/" + link.id() + "/close", Map.of());
    assertThat(house.get(OpenLinks.class).find(link.id()).orElseThrow().closed()).isTrue();
    assertThat(house.database().column("SELECT act FROM office.audit ORDER BY act"))
        .contains("open-link-closed", "open-link-made");
  }

  @Test
  void what_is_missing_is_said_and_what_was_typed_stays() throws Exception {
    var desk = Desk.of(house, Role.MANAGER, Set.of());
    var empty = desk.post(PATH, PATH, fields("poster", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Say where it hangs");
    var odd = desk.post(PATH, PATH, fields("billboard", "the <hall>"));
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(odd.body()).contains("Choose a kind", "the &lt;hall&gt;");
    var asked = new java.util.HashMap<>(fields("poster", "hall"));
    asked.put("form", "assessment-parent");
    assertThat(desk.post(PATH, PATH, asked).statusCode()).as("not an open form").isEqualTo(422);
    assertThat(house.get(OpenLinks.class).all()).isEmpty();
  }

  @Test
  void nobody_else_has_the_page() throws Exception {
    for (var role : Set.of(Role.ANALYST, Role.READER, Role.OPERATOR)) {
      assertThat(Desk.of(house, role, Set.of("en")).get(PATH).headers().firstValue("location"))
          .contains("/office/forbidden");
    }
  }

  @Test
  void the_pages_fit_a_phone_and_a_desk() throws Exception {
    var desk = Desk.of(house, Role.MANAGER, Set.of());
    desk.post(PATH, PATH, fields("tablet", "waiting room, first floor"));
    var link = house.get(OpenLinks.class).all().getFirst();
    try (var browser = new RealBrowser();
        var person = browser.person(RealBrowser.PHONE)) {
      desk.lend(person, house.address());
      var page = person.newPage();
      page.navigate(house.address() + PATH);
      RealBrowser.lookTwice(page, "open-links");
      page.navigate(house.address() + PATH + "/" + link.id());
      RealBrowser.lookTwice(page, "open-link");
    }
  }

  private Map<String, String> fields(String kind, String place) {
    return Map.of(
        "kind",
        kind,
        "place",
        place,
        "area",
        house.get(ServiceAreas.class).council(),
        "form",
        "service-parent",
        "language",
        "ar");
  }
}
