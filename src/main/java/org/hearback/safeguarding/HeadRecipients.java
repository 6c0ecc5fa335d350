package org.hearback.safeguarding;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who is mailed the head of the audit: somebody outside the reach of this database's administrator.
 *
 * @param addresses at least one
 */
public record HeadRecipients(List<String> addresses) {
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",;]+@[A-Za-z0-9.-]+");
  private static final int LENGTH_MAX = 254;

  public HeadRecipients {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()
        || addresses.stream()
            .anyMatch(it -> it.length() > LENGTH_MAX || !ADDRESS.matcher(it).matches())) {
      throw new IllegalArgumentException(
          "hearback.audit.head-to holds something that is no e-mail address");
    }
  }

  /** Reads {@code hearback.audit.head-to}: addresses with commas between them. */
  public static HeadRecipients read(String setting) {
    return new HeadRecipients(
        Arrays.stream(setting.split(",", -1)).map(String::strip).distinct().toList());
  }
}
