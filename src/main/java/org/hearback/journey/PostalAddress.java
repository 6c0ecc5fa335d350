package org.hearback.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a postal address of the United Kingdom from lines separated by {@code |}. One without a
 * postcode counts as none: nobody could tell who else lives there, nor would it arrive.
 *
 * @param lines two to seven, as they stand on an envelope, without the name
 */
record PostalAddress(List<String> lines) {
  private static final int LINES_MAX = 7;
  private static final Pattern POSTCODE =
      Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\\b");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+[A-Z]?\\b");

  PostalAddress {
    lines = List.copyOf(lines);
  }

  static Optional<PostalAddress> read(String typed) {
    var lines =
        Arrays.stream(typed.split("\\|"))
            .map(line -> line.strip().replaceAll("\\s+", " "))
            .filter(line -> !line.isEmpty())
            .toList();
    var address = new PostalAddress(lines);
    return lines.size() >= 2 && lines.size() <= LINES_MAX && address.postcode().isPresent()
        ? Optional.of(address)
        : Optional.empty();
  }

  /**
   * The door it leads to, however the street is spelt: the postcode and every number before it.
   * Houses that have names only count as one door a postcode; too few letters rather than one that
   * somebody else opens.
   */
  String door() {
    var postcode = postcode().orElseThrow();
    var rest = POSTCODE.matcher(whole()).replaceAll(" ");
    var numbers = new TreeSet<String>();
    NUMBER.matcher(rest).results().forEach(match -> numbers.add(match.group()));
    return postcode + " " + String.join(" ", numbers);
  }

  private Optional<String> postcode() {
    return POSTCODE
        .matcher(whole())
        .results()
        .reduce((_, last) -> last)
        .map(match -> match.group(1) + match.group(2));
  }

  private String whole() {
    return String.join(", ", lines).toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "PostalAddress[hidden]";
  }
}
