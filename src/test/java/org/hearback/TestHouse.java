package org.hearback;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearback.access.Hired;
import org.hearback.access.Role;
import org.hearback.access.Rota;
import org.hearback.access.Staff;
import org.hearback.invitation.Crockford;
import org.hearback.invitation.LinkToken;
import org.hearback.safeguarding.KeyJob;

/**
 * The whole service on a test's database, with a clock that stands and jobs that a test runs by
 * hand.
 */
public final class TestHouse implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TestDatabase database;
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private TestHouse(TestDatabase database, Map<String, Object> more) {
    this.database = database;
    var properties = new HashMap<String, Object>(database.configuration());
    try {
      properties.put(
          "hearback.keys.folder", Files.createTempDirectory(folder(), "keys").toString());
      properties.put(
          "hearback.index.folder", Files.createTempDirectory(folder(), "index").toString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    properties.put("hearback.tryout", "true");
    properties.putAll(more);
    this.context = ApplicationContext.run(properties, "test");
    this.server = context.getBean(EmbeddedServer.class).start();
    context.getBean(KeyJob.class).run();
    context.getBean(org.hearback.journey.VaultKey.class).check();
  }

  public static TestHouse on(TestDatabase database) throws SQLException {
    return on(database, Map.of());
  }

  public static TestHouse on(TestDatabase database, Map<String, Object> more) throws SQLException {
    database.empty();
    return new TestHouse(database, more);
  }

  /** On a database as it is. */
  public static TestHouse over(TestDatabase database, Map<String, Object> more) {
    return new TestHouse(database, more);
  }

  public <T> T get(Class<T> bean) {
    return context.getBean(bean);
  }

  public ApplicationContext context() {
    return context;
  }

  public SetClock clock() {
    return context.getBean(SetClock.class);
  }

  /** For a second node: the keys of this one. */
  public Map<String, Object> keyFolder() {
    var name = "hearback.keys.folder";
    return Map.of(name, context.getRequiredProperty(name, String.class));
  }

  public URI address() {
    return server.getURI();
  }

  public TestDatabase database() {
    return database;
  }

  /** Somebody who reads English and Arabic is there today. */
  public void onDuty() {
    var reader =
        new Staff(
            UUID.randomUUID(),
            "on-duty",
            "Reader",
            Set.of(Role.READER),
            Set.of(),
            Set.of("en", "ar"));
    get(Hired.class).add(reader, "a password for tests");
    get(Rota.class).put(LocalDate.ofInstant(clock().instant(), ZoneOffset.UTC), reader);
    clock().pass(Duration.ofMinutes(1)); // the house looks at its rota twice a minute
  }

  /** People who were texted today: parents of one team, each with a link of their own. */
  public List<LinkToken> invited(int people) throws SQLException {
    return invited(people, "assessment-parent", "PARENT", "", "M3", "en", SetClock.START);
  }

  /** The same, for a service whose clock is the real one. */
  public List<LinkToken> invited(int people, Duration valid) throws SQLException {
    var sentOn = java.time.Instant.now().plus(valid).minus(Duration.ofDays(28));
    return invited(people, "assessment-parent", "PARENT", "", "M3", "en", sentOn);
  }

  /** One parent, in their language. */
  LinkToken invited(String language) throws SQLException {
    return invited(1, "assessment-parent", "PARENT", "", "M3", language, SetClock.START).getFirst();
  }

  public List<LinkToken> invited(
      int people,
      String form,
      String audience,
      String ageBand,
      String milestone,
      String language,
      java.time.Instant sentOn)
      throws SQLException {
    return invited(people, form, audience, ageBand, milestone, language, sentOn, leaf());
  }

  private String leaf() {
    var areas = context.getBean(org.hearback.journey.ServiceAreas.class);
    return areas.parents().keySet().stream()
        .filter(key -> areas.children(key).isEmpty())
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  /** The same, asked about one service. */
  public List<LinkToken> invited(
      int people,
      String form,
      String audience,
      String ageBand,
      String milestone,
      String language,
      java.time.Instant sentOn,
      String leaf)
      throws SQLException {
    return database.transaction(connection ->
        invited(connection, people, form, audience, ageBand, milestone, language, sentOn, leaf));
  }

  private static List<LinkToken> invited(
      Connection connection,
      int people,
      String form,
      String audience,
      String ageBand,
      String milestone,
      String language,
      java.time.Instant sentOn,
      String leaf)
      throws SQLException {
    var day = LocalDate.ofInstant(sentOn, ZoneOffset.UTC);
    var tokens = new ArrayList<LinkToken>();
    try (var invitation =
            connection.prepareStatement(
                """
                INSERT INTO vault.invitation (id, asked_key, person_id, route_id, event, milestone,
                  audience, age_band, area, month, form, form_version, language, due_on, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, 'sent')
                """);
        var link =
            connection.prepareStatement(
                "INSERT INTO vault.link (token_hash, invitation, expires_at, form, form_version,"
                    + " language) VALUES (?, ?, ?, ?, 1, ?)")) {
      for (int person = 0; person < people; person++) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var token = LinkToken.read(Crockford.encode(bytes, 16)).orElseThrow();
        var id = UUID.randomUUID();
        int at = 0;
        invitation.setObject(++at, id.toString());
        invitation.setBytes(++at, bytes);
        invitation.setString(++at, "person-" + id);
        invitation.setString(++at, "person-" + id);
        invitation.setObject(++at, UUID.randomUUID().toString());
        invitation.setString(++at, milestone);
        invitation.setString(++at, audience);
        invitation.setString(++at, ageBand);
        invitation.setString(++at, leaf);
        invitation.setString(++at, day.toString().substring(0, 7));
        invitation.setString(++at, form);
        invitation.setString(++at, language);
        invitation.setString(++at, day.toString());
        invitation.executeUpdate();
        link.setBytes(1, token.hash().bytes());
        link.setString(2, id.toString());
        link.setString(3, day.plusDays(28) + " 00:00:00");
        link.setString(4, form);
        link.setString(5, language);
        link.executeUpdate();
        tokens.add(token);
      }
    }
    return tokens;
  }

  @Override
  public void close() {
    context.close();
  }

  private static Path folder() throws java.io.IOException {
    return Files.createDirectories(Path.of("target/houses").toAbsolutePath());
  }
}
