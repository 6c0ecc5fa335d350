package org.hearback.journey;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a phone number as people write it and gives it in E.164, so that one phone has one keyed
 * hash. Only numbers that can get a text are taken: a text to a landline is paid for and read aloud
 * to whoever picks up. Stateless, safe for any thread.
 */
public final class Phone {
  private static final Pattern SHAPE = Pattern.compile("[+0-9()/\\s\\p{Pd}\\p{Zs}\\p{Cf}]{1,40}");
  // Ofcom keeps these for drama, so the library calls them invalid; samples, tests and Notify's own
  // smoke test use them.
  private static final Pattern DRAMA = Pattern.compile("\\+447700900\\d{3}");

  private Phone() {}

  static Optional<String> read(String typed) {
    if (!SHAPE.matcher(typed).matches()) {
      return Optional.empty();
    }
    try {
      var library = PhoneNumberUtil.getInstance();
      var number = library.parse(typed, "GB");
      var plain = library.format(number, PhoneNumberFormat.E164);
      return textable(library, number) || DRAMA.matcher(plain).matches()
          ? Optional.of(plain)
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A number that somebody wants to be rung on, in E.164, of whatever kind; empty for what can be
   * none. Lenient: a person reads it before it is rung.
   */
  public static Optional<String> toRing(String typed) {
    var digits = new StringBuilder();
    typed
        .codePoints()
        .map(each -> Character.isDigit(each) ? '0' + Character.digit(each, 10) : each)
        .forEach(digits::appendCodePoint);
    if (!SHAPE.matcher(digits).matches()) {
      return Optional.empty();
    }
    try {
      var library = PhoneNumberUtil.getInstance();
      var number = library.parse(digits, "GB");
      return library.isPossibleNumber(number)
          ? Optional.of(library.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static boolean textable(PhoneNumberUtil library, PhoneNumber number) {
    var type = library.getNumberType(number);
    return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }
}
