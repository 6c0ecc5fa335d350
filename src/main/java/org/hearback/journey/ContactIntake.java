package org.hearback.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contact feed: who is in a family, how they may be reached, and what stands against it. */
final class ContactIntake implements Intake {
  private static final Logger LOG = LoggerFactory.getLogger(ContactIntake.class);
  static final Set<String> COLUMNS =
      Set.of(
          "person_id",
          "role",
          "family_id",
          "name",
          "phone",
          "email",
          "language",
          "age_band",
          "sms_ok",
          "legal_flags",
          "updated_at");

  /** A feed without these is as valid as one that leaves them empty. */
  private static final Set<String> OPTIONAL = Set.of("email_ok", "post_ok", "address", "school");

  private static final List<String> CHANNELS = List.of("sms_ok", "email_ok", "post_ok");

  private static final int ADDRESS_MAX = 500;
  private static final int SCHOOL_MAX = 120;

  /** What case systems hold where there is none. */
  private static final Set<String> NO_SCHOOL =
      Set.of(
          "",
          "none",
          "n a",
          "na",
          "nil",
          "null",
          "no school",
          "not at school",
          "not in school",
          "not in education",
          "not known",
          "not applicable",
          "not recorded",
          "unknown",
          "do not know",
          "home educated",
          "home education",
          "elective home education",
          "ehe",
          "neet",
          "pre school",
          "preschool",
          "under school age",
          "tbc",
          "other");

  private static final Set<String> AGE_BANDS = Set.of("", "0-3", "4-7", "8-11", "12-17", "18-25");
  private static final Set<String> SAID = Set.of("yes", "no", "");
  private static final Duration AHEAD = Duration.ofDays(1);

  private final ContactRows rows;
  private final Contacts contacts;
  private final CouncilClock clock;

  ContactIntake(ContactRows rows, Contacts contacts, CouncilClock clock) {
    this.rows = rows;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Gives rows from before there were channels the hash of their e-mail: an address is not used
   * that somebody else holds, and it may be one of these.
   */
  @Override
  public void begin() {
    int closed = 0;
    for (var row : rows.findByHashedFalse()) {
      try {
        var email = Email.read(contacts.open(row).email());
        rows.hash(row.personId(), email.map(contacts::emailMac).orElse(null));
      } catch (IllegalStateException e) {
        closed++; // does not open: neither can it be written to
      }
    }
    if (closed > 0) {
      LOG.error("{} contact records do not open with the vault's key", closed);
    }
  }

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public Set<String> known() {
    return Stream.of(COLUMNS, OPTIONAL).flatMap(Set::stream).collect(Collectors.toSet());
  }

  @Override
  public String key(Line line) {
    return line.value("person_id");
  }

  @Override
  public Result take(Line line) {
    var updated = Dates.instant(line.value("updated_at"));
    var odd = odd(line, updated);
    if (odd.isPresent()) {
      return new Result.Odd(odd.get(), false);
    }
    var known = rows.findByPersonId(line.value("person_id"));
    if (known.filter(row -> row.updatedAt().isAfter(utc(updated.orElseThrow()))).isPresent()) {
      return new Result.Unchanged();
    }
    var details = details(line);
    var fresh = row(line, details, updated.orElseThrow());
    if (known.isEmpty()) {
      rows.save(fresh);
      return new Result.Changed();
    }
    if (same(known.get(), fresh) && contacts.open(known.get()).equals(details)) {
      rows.seen(fresh.personId(), fresh.seenOn());
      return new Result.Unchanged();
    }
    rows.update(fresh);
    return new Result.Changed();
  }

  @Override
  public void doubt(Line line, boolean readable) {
    rows.doubt(line.value("person_id"));
  }

  private Optional<String> odd(Line line, Optional<Instant> updated) {
    if (line.value("person_id").isEmpty() || line.value("family_id").isEmpty()) {
      return Optional.of("no-id");
    }
    if (line.value("person_id").length() > 64 || line.value("family_id").length() > 64) {
      return Optional.of("id-too-long");
    }
    if (ContactRole.read(lower(line, "role")).isEmpty()) {
      return Optional.of("unknown-role");
    }
    if (!AGE_BANDS.contains(line.value("age_band"))) {
      return Optional.of("unknown-age-band");
    }
    for (var channel : CHANNELS) {
      if (!SAID.contains(lower(line, channel))) {
        return Optional.of("unknown-" + channel.replace('_', '-'));
      }
    }
    if (line.value("name").length() > 200
        || line.value("email").length() > 254
        || line.value("address").length() > ADDRESS_MAX
        || line.value("school").length() > SCHOOL_MAX
        || flags(line).length() > 400) {
      return Optional.of("too-long");
    }
    if (language(line).isEmpty()) {
      return Optional.of("unknown-language");
    }
    if (updated.isEmpty()) {
      return Optional.of("bad-date");
    }
    return updated.get().isAfter(clock.now().plus(AHEAD))
        ? Optional.of("in-the-future")
        : Optional.empty();
  }

  /** What cannot be reached is left out; the person is then simply not reached by that channel. */
  private static Contacts.Details details(Line line) {
    return new Contacts.Details(
        line.value("name"),
        Phone.read(line.value("phone")).orElse(""),
        Email.read(line.value("email")).orElse(""),
        PostalAddress.read(line.value("address"))
            .map(address -> String.join("\n", address.lines()))
            .orElse(""),
        school(line));
  }

  private static String school(Line line) {
    var school = line.value("school").strip();
    return NO_SCHOOL.contains(school.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip())
        ? ""
        : school;
  }

  private ContactRow row(Line line, Contacts.Details details, Instant updated) {
    return new ContactRow(
        line.value("person_id"),
        lower(line, "role"),
        line.value("family_id"),
        language(line).orElseThrow(),
        line.value("age_band"),
        said(line, "sms_ok"),
        said(line, "email_ok"),
        said(line, "post_ok"),
        flags(line),
        contacts.seal(line.value("person_id"), details),
        details.phone().isEmpty() ? null : contacts.phoneMac(details.phone()),
        details.email().isEmpty() ? null : contacts.emailMac(details.email()),
        PostalAddress.read(line.value("address")).map(contacts::addressMac).orElse(null),
        true,
        clock.today(),
        utc(updated));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static boolean same(ContactRow known, ContactRow fresh) {
    return known.role().equals(fresh.role())
        && known.familyId().equals(fresh.familyId())
        && known.language().equals(fresh.language())
        && known.ageBand().equals(fresh.ageBand())
        && known.hashed()
        && known.smsOk().equals(fresh.smsOk())
        && known.emailOk().equals(fresh.emailOk())
        && known.postOk().equals(fresh.postOk())
        && known.flags().equals(fresh.flags())
        && Arrays.equals(known.phoneMac(), fresh.phoneMac())
        && Arrays.equals(known.emailMac(), fresh.emailMac())
        && Arrays.equals(known.addressMac(), fresh.addressMac())
        && known.updatedAt().equals(fresh.updatedAt());
  }

  private static String said(Line line, String column) {
    var said = lower(line, column);
    return said.isEmpty() ? "unknown" : said;
  }

  private static String lower(Line line, String column) {
    return line.value(column).toLowerCase(Locale.ROOT);
  }

  private static String flags(Line line) {
    return String.join(" ", lower(line, "legal_flags").strip().split("[\\s,;|]+"));
  }

  private static Optional<String> language(Line line) {
    var typed = line.value("language");
    if (typed.isEmpty()) {
      return Optional.of("en");
    }
    try {
      var tag =
          new Locale.Builder().setLanguageTag(typed.replace('_', '-')).build().toLanguageTag();
      return tag.length() <= 12 && !tag.equals("und") ? Optional.of(tag) : Optional.empty();
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }
}
