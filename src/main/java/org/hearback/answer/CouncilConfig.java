package org.hearback.answer;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.regex.Pattern;

/**
 * The council as respondents know it. There is no default: a wrong number beside "ring now" is
 * worse than no start.
 *
 * @param name as people say it, for example "Bristol City Council"
 * @param contact for everything but danger, about these pages and what is known of a person: an
 *     e-mail address or a phone number
 * @param dutyPhone the duty team, as it is read aloud, for example "0117 496 0123"
 */
@ConfigurationProperties("hearback.council")
public record CouncilConfig(String name, String dutyPhone, String contact) {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ]{4,18}[0-9]");

  public CouncilConfig {
    if (name.isBlank() || contact.isBlank() || !isPhone(dutyPhone)) {
      throw new IllegalArgumentException(
          "set hearback.council.name, hearback.council.contact and hearback.council.duty-phone"
              + " (digits and spaces)");
    }
  }

  /** Whether a number is of digits and spaces, as it is read aloud. */
  static boolean isPhone(String text) {
    return PHONE.matcher(text).matches();
  }

  /**
   * The name inside a sentence of any direction: isolated, so that it does not turn what stands
   * beside it.
   */
  String isolatedName() {
    return "\u2068" + name + "\u2069";
  }

  String dutyLink() {
    return "tel:" + dutyPhone.replace(" ", "");
  }
}
