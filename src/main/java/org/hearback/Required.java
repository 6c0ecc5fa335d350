package org.hearback;

import io.micronaut.context.env.Environment;
import java.util.HashMap;

/**
 * What an operator has to configure, looked at before anything is started, so that the message can
 * be plain.
 */
final class Required {
  private static final int SECRET_LENGTH_MIN = 32;

  private Required() {}

  /**
   * @throws StartRefused for the first thing that is missing
   */
  static void check(Environment environment) {
    if (environment.getProperty("hearback.tryout", Boolean.class, false)) {
      throw new StartRefused("hearback.tryout is for a service with nothing configured");
    }
    value(environment, "hearback.keys.folder");
    value(environment, "hearback.address");
    for (var secret : new String[] {"hearback.keys.session", "hearback.keys.csrf"}) {
      if (value(environment, secret).length() < SECRET_LENGTH_MIN) {
        throw new StartRefused(secret + " is shorter than " + SECRET_LENGTH_MIN + " characters");
      }
    }
  }

  /** The database as configured. */
  static Database database(Environment environment) {
    var passwords = new HashMap<String, String>();
    for (var user : Database.USERS) {
      passwords.put(user, value(environment, "hearback.database.passwords." + user));
    }
    passwords.put("migrator", value(environment, "hearback.database.passwords.migrator"));
    return new Database(
        value(environment, "hearback.database.url"),
        environment.getProperty("hearback.database.account-host", String.class, "%"),
        passwords);
  }

  private static String value(Environment environment, String key) {
    return environment
        .getProperty(key, String.class)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new StartRefused(key + " is not set"));
  }
}
