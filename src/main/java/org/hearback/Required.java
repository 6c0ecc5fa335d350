package org.hearback;

import io.micronaut.context.env.Environment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.hearback.answer.Route;
import org.hearback.answer.Routes;
import org.hearback.audit.AuditorKeys;
import org.hearback.invitation.MailServer;
import org.hearback.invitation.MessageText;
import org.hearback.journey.VaultKey;
import org.hearback.safeguarding.HeadRecipients;
import org.hearback.safeguarding.NightContact;
import org.hearback.safeguarding.Webhook;

/**
 * What an operator has to configure, looked at before anything is started, so that the message can
 * be plain.
 */
final class Required {
  private static final int SECRET_LENGTH_MIN = 32;
  private static final List<String> WORDS =
      List.of(
          "hearback.index.folder",
          "hearback.council.name",
          "hearback.council.duty-phone",
          "hearback.council.contact");
  private static final List<String> SECRETS =
      List.of("hearback.keys.session", "hearback.keys.csrf");

  private Required() {}

  /**
   * @throws StartRefused for the first thing that is missing
   */
  static void check(Environment environment) {
    if (environment.getProperty("hearback.tryout", Boolean.class, false)) {
      throw new StartRefused("hearback.tryout is for a service with nothing configured");
    }
    address(value(environment, "hearback.address"));
    WORDS.forEach(key -> value(environment, key));
    mail(environment);
    alerts(environment);
    routes(environment);
    for (var secret : SECRETS) {
      if (value(environment, secret).length() < SECRET_LENGTH_MIN) {
        throw new StartRefused(secret + " is shorter than " + SECRET_LENGTH_MIN + " characters");
      }
    }
    var folder = Path.of(value(environment, "hearback.keys.folder"));
    if (!environment.getProperty("hearback.keys.create", Boolean.class, false)) {
      keys(folder);
    }
    database(environment);
  }

  /** The database as configured. */
  static Database database(Environment environment) {
    var passwords = new HashMap<String, String>();
    for (var user : Database.USERS.stream().sorted().toList()) {
      passwords.put(user, value(environment, "hearback.database.passwords." + user));
    }
    passwords.put("migrator", value(environment, "hearback.database.passwords.migrator"));
    return new Database(
        value(environment, "hearback.database.url"),
        environment.getProperty("hearback.database.account-host", String.class, "%"),
        passwords);
  }

  private static void address(String address) {
    if (!address.matches("https://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9./_-]*)?")) {
      throw new StartRefused(
          "hearback.address is not the address of a website that begins with https://");
    }
    if (!new MessageText(URI.create(address)).fits()) {
      throw new StartRefused(
          "with this hearback.address the text of an invitation is longer than one message");
    }
  }

  /** No mail is sent without a host; with one, what goes with it has to be right. */
  private static void mail(Environment environment) {
    var heads = environment.getProperty("hearback.audit.head-to", String.class, "");
    if (environment.getProperty("hearback.mail.host", String.class, "").isBlank()) {
      if (!heads.isBlank()) {
        throw new StartRefused("hearback.audit.head-to needs hearback.mail.host");
      }
      return;
    }
    try {
      if (!heads.isBlank()) {
        HeadRecipients.read(heads);
      }
      new MailServer(
          value(environment, "hearback.mail.host"),
          environment.getProperty("hearback.mail.port", Integer.class, 587),
          environment.getProperty("hearback.mail.user", String.class, ""),
          environment.getProperty("hearback.mail.password", String.class, ""),
          value(environment, "hearback.mail.from"),
          "",
          MailServer.implicit(
              environment.getProperty("hearback.mail.tls", String.class, "starttls")),
          Duration.ofSeconds(1));
    } catch (IllegalArgumentException e) {
      throw new StartRefused(String.valueOf(e.getMessage()));
    }
  }

  /** An alert that goes nowhere is found out when it is needed; so it is looked at here. */
  private static void alerts(Environment environment) {
    try {
      new Webhook(
          environment.getProperty("hearback.alerts.webhook", String.class, ""),
          environment.getProperty("hearback.alerts.webhook-secret", String.class, ""));
      new NightContact(environment.getProperty("hearback.alerts.night", String.class, ""));
    } catch (IllegalArgumentException e) {
      throw new StartRefused(String.valueOf(e.getMessage()));
    }
  }

  /** Somebody rings, writes or clicks there once and then gives up. */
  private static void routes(Environment environment) {
    try {
      var routes = Routes.read(key -> environment.getProperty(key, String.class, ""));
      if (routes.to(Route.CONTACT_ME).isPresent()
          && environment.getProperty("hearback.mail.host", String.class, "").isBlank()) {
        throw new StartRefused("hearback.council.routes.contact-me.mail needs hearback.mail.host");
      }
    } catch (IllegalArgumentException e) {
      throw new StartRefused(String.valueOf(e.getMessage()));
    }
  }

  private static void keys(Path folder) {
    for (var file : List.of(VaultKey.VAULT_FILE, VaultKey.STOPS_FILE, AuditorKeys.PUBLIC_FILE)) {
      if (!Files.isReadable(folder.resolve(file))) {
        throw new StartRefused(
            "hearback.keys.folder: no readable %s in %s; the command \"keys %s\" makes a first set"
                .formatted(file, folder, folder));
      }
    }
  }

  private static String value(Environment environment, String key) {
    return environment
        .getProperty(key, String.class)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new StartRefused(key + " is not set"));
  }
}
