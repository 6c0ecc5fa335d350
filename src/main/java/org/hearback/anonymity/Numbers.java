package org.hearback.anonymity;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Phone and NHS numbers and other long numbers, however they are broken up. Walks over the text
 * once; only libphonenumber looks back, and its tries are counted.
 */
final class Numbers {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final long TRIES_MAX = 300;
  private static final String BETWEEN_GROUPS = " -.()/";
  private static final int GAP_MAX = 3;
  private static final int NHS_DIGITS = 10;
  private static final int CONTEXT = 40;
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private final Folded folded;
  private final String text;
  private final List<Span> found = new ArrayList<>();

  private Numbers(Folded folded) {
    this.folded = folded;
    this.text = folded.text();
  }

  static List<Span> find(Folded folded) {
    var numbers = new Numbers(folded);
    numbers.runs().forEach(numbers::weigh);
    for (var phone : PHONES.findNumbers(numbers.text, "GB", Leniency.VALID, TRIES_MAX)) {
      numbers.found.add(folded.span(phone.start(), phone.end(), Tag.PHONE));
    }
    return numbers.found;
  }

  private record Group(int start, int end) {
    int digits() {
      return end - start;
    }
  }

  /** Groups of digits with little between them. */
  private List<List<Group>> runs() {
    var runs = new ArrayList<List<Group>>();
    int last = -1 - GAP_MAX;
    for (int at = 0; at < text.length(); at++) {
      if (!isDigit(at)) {
        continue;
      }
      int end = at;
      while (end < text.length() && isDigit(end)) {
        end++;
      }
      if (runs.isEmpty() || !joined(last, at)) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(new Group(at, end));
      last = end;
      at = end;
    }
    return runs;
  }

  private boolean joined(int from, int to) {
    return to - from <= GAP_MAX
        && text.substring(from, to).chars().allMatch(gap -> BETWEEN_GROUPS.indexOf(gap) >= 0);
  }

  private boolean isDigit(int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void weigh(List<Group> run) {
    int total = run.stream().mapToInt(Group::digits).sum();
    int longest = run.stream().mapToInt(Group::digits).max().orElse(0);
    if (total == NHS_DIGITS && (nhsChecks(digits(run)) || nhsIsNamedBefore(run))) {
      add(run, Tag.NHS_NUMBER);
    } else if (isPhone(run, total, longest)) {
      add(run, Tag.PHONE);
    } else {
      // A case, a pupil or a bank account: six digits in one piece are nobody's age and nobody's
      // count.
      run.stream()
          .filter(group -> group.digits() >= 6)
          .forEach(group -> found.add(folded.span(group.start, group.end, Tag.NUMBER)));
    }
  }

  private boolean isPhone(List<Group> run, int total, int longest) {
    if (run.stream()
        .allMatch(group -> YEAR.matcher(text.substring(group.start, group.end)).matches())) {
      return false;
    }
    boolean dialled = text.charAt(run.getFirst().start) == '0' || hasPlus(run);
    boolean local = run.size() == 2 && total == 7 && longest == 4;
    return local
        || total >= 9 && (longest >= 3 || dialled)
        || total >= 7 && dialled && longest >= 3;
  }

  private boolean hasPlus(List<Group> run) {
    int start = run.getFirst().start;
    return start > 0 && text.charAt(start - 1) == '+';
  }

  /** "(0117) 496 0123" begins at its bracket. */
  private boolean hasBracket(List<Group> run) {
    var first = run.getFirst();
    return first.start > 0
        && text.charAt(first.start - 1) == '('
        && text.startsWith(")", first.end);
  }

  private void add(List<Group> run, Tag tag) {
    int start = run.getFirst().start - (hasPlus(run) || hasBracket(run) ? 1 : 0);
    found.add(folded.span(start, run.getLast().end, tag));
  }

  private String digits(List<Group> run) {
    var digits = new StringBuilder();
    run.forEach(group -> digits.append(text, group.start, group.end));
    return digits.toString();
  }

  private boolean nhsIsNamedBefore(List<Group> run) {
    int start = run.getFirst().start;
    var before = text.substring(Math.max(0, start - CONTEXT), start).toLowerCase(Locale.ROOT);
    return Stream.of("nhs", "health number", "الرقم الصحي", "رقم الصحه").anyMatch(before::contains);
  }

  /**
   * The check digit of an NHS number: weights 10 to 2, modulo 11. One number in eleven passes by
   * chance.
   */
  static boolean nhsChecks(String digits) {
    int sum = 0;
    for (int place = 0; place < NHS_DIGITS - 1; place++) {
      sum += (digits.charAt(place) - '0') * (NHS_DIGITS - place);
    }
    int check = (11 - sum % 11) % 11;
    return check == digits.charAt(NHS_DIGITS - 1) - '0';
  }
}
