package org.hearback.anonymity;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers of papers and cars by their shape, case numbers by the word before them, addresses of
 * computers. Each pattern is of bounded length.
 */
final class Documents {
  private static final int ADDRESS_MAX = 50;

  /** Two letters and seven digits, or with the word before it the nine digits of an older one. */
  private static final Pattern PASSPORT =
      alone(
          "[a-z]{2}[0-9]{7}|passport(?: (?:no|number|num))?[ .:#-]{1,3}(?:is )?(?<it>[0-9]{9})",
          Pattern.CASE_INSENSITIVE);

  /**
   * The first five letters of the surname filled up with nines, year, month (and 50 for a woman),
   * day, initials, three more.
   */
  private static final Pattern LICENCE =
      alone(
          "(?=[a-z])[a-z9]{5} ?[0-9][0156][0-9][0-3][0-9][0-9] ?[a-z9]{2} ?[0-9a-z][0-9a-z]{2}",
          Pattern.CASE_INSENSITIVE);

  /** Since 2001; the two digits are a half year. */
  private static final Pattern CAR =
      alone(
          "[a-hj-pr-z][a-hj-pr-z](?:0[2-9]|[125-7][0-9])(?<!20) ?[a-hj-pr-z]{3}",
          Pattern.CASE_INSENSITIVE);

  /**
   * Before; in capitals or without a blank, as "a 5 man" is no car.
   *
   * @see <a
   *     href="https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates">DVLA's
   *     leaflet of number plates</a>
   */
  private static final Pattern OLD_CAR =
      alone(
          "[A-HJ-NPR-TV-Y][0-9]{1,3} ?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3} ?[0-9]{1,3}[A-HJ-NPR-TV-Y]", 0);

  private static final Pattern CASE =
      alone(
          "(?:case|ref|reference|file|pupil|upn|crime|claim|id)(?: (?:no|number|num|id))?"
              + "[ .:#-]{1,3}(?:is )?(?<it>[a-z0-9/-]{0,6}[0-9][a-z0-9/-]{3,16})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COMPUTER =
      Pattern.compile(
          "([0-9a-f:.]{2," + ADDRESS_MAX + "})(?:/[0-9]{1,4})?", Pattern.CASE_INSENSITIVE);

  private Documents() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    collect(found, folded, PASSPORT, Tag.PASSPORT);
    collect(found, folded, LICENCE, Tag.DRIVING_LICENCE);
    collect(found, folded, CAR, Tag.VEHICLE);
    collect(found, folded, OLD_CAR, Tag.VEHICLE);
    collect(found, folded, CASE, Tag.CASE_NUMBER);
    computers(found, folded);
    return found;
  }

  private static void collect(List<Span> found, Folded folded, Pattern pattern, Tag tag) {
    pattern
        .matcher(folded.text())
        .results()
        .forEach(match -> {
          boolean part = match.namedGroups().containsKey("it") && match.start("it") >= 0;
          int start = part ? match.start("it") : match.start();
          found.add(folded.span(start, part ? match.end("it") : match.end(), tag));
        });
  }

  private static void computers(List<Span> found, Folded folded) {
    var matcher = COMPUTER.matcher(folded.text());
    while (matcher.find()) {
      var address = matcher.group(1);
      // the full stop of a sentence
      var bare = address.endsWith(".") ? address.substring(0, address.length() - 1) : address;
      if (isComputer(bare)) {
        boolean whole = bare.length() == address.length();
        found.add(
            folded.span(
                matcher.start(), whole ? matcher.end() : matcher.start() + bare.length(), Tag.WEB));
      }
    }
  }

  private static boolean isComputer(String text) {
    boolean four = text.chars().filter(c -> c == '.').count() == 3 && !text.contains(":");
    if (!four && !text.contains("::") && text.chars().filter(c -> c == ':').count() < 6) {
      return false;
    }
    try {
      // asks nobody: only what is an address by itself is one
      return InetAddress.ofLiteral(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Pattern alone(String pattern, int flags) {
    return Pattern.compile("(?<![A-Za-z0-9])(?:" + pattern + ")(?![A-Za-z0-9])", flags);
  }
}
