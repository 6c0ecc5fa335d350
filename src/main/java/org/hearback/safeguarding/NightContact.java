package org.hearback.safeguarding;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Who is asked about a red answer while the desk is closed: the council's Emergency Duty Team, by
 * an e-mail address or a phone number, where that was agreed with them; else empty. Immutable.
 */
@Singleton
public final class NightContact {
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",]+@[A-Za-z0-9.-]+");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final String reach;

  /**
   * @throws IllegalArgumentException for anything else
   */
  public NightContact(@Value("${hearback.alerts.night:}") String reach) {
    if (!reach.isEmpty() && !ADDRESS.matcher(reach).matches() && !PHONE.matcher(reach).matches()) {
      throw new IllegalArgumentException(
          "hearback.alerts.night is neither an e-mail address nor a phone number like"
              + " +441632960100");
    }
    this.reach = reach;
  }

  boolean agreed() {
    return !reach.isEmpty();
  }

  String reach() {
    return reach;
  }

  Recipient recipient() {
    return new Recipient(
        Recipient.NIGHT, reach.contains("@") ? Recipient.Way.EMAIL : Recipient.Way.TEXT);
  }
}
