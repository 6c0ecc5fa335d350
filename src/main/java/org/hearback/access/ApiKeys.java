package org.hearback.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearback.audit.Audit;

/**
 * The keys of machines. A key is 256 random bits, so a plain hash of it cannot be guessed back and
 * is found without comparing secrets one by one. Always as the database has it now; safe for any
 * thread; throws what the database throws.
 */
@Singleton
public final class ApiKeys {
  /** So that a key that went astray can be found by whoever looks for secrets. */
  static final String PREFIX = "hearback_";

  private static final int BYTES = 32;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String ALL = "events, contacts or metrics";
  private static final String ACTOR = "api-key-command";

  private final SecureRandom random = new SecureRandom();
  private final ApiKeyRows rows;
  private final Audit audit;
  private final InstantSource clock;

  ApiKeys(ApiKeyRows rows, Audit audit, InstantSource clock) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an operator may see of a key. */
  public record Listed(
      String name,
      Set<ApiScope> scopes,
      LocalDate madeOn,
      Optional<LocalDate> usedOn,
      Optional<LocalDate> revokedOn) {}

  /**
   * Makes a key.
   *
   * @param scopes words of {@link ApiScope}
   * @return the key itself, which nobody can be told again
   * @throws IllegalArgumentException with what is wrong, for whoever typed it
   */
  public String make(String name, List<String> scopes) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a key's name is up to 40 small letters, digits and hyphens");
    }
    if (rows.findByName(name).isPresent()) {
      throw new IllegalArgumentException("there is a key of this name; a name is used once");
    }
    var may = EnumSet.noneOf(ApiScope.class);
    for (var word : scopes) {
      may.add(
          ApiScope.read(word).orElseThrow(() -> new IllegalArgumentException("a scope is " + ALL)));
    }
    if (may.isEmpty()) {
      throw new IllegalArgumentException("a key needs a scope: " + ALL);
    }
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var words = may.stream().map(ApiScope::word).collect(Collectors.joining(" "));
    audit.record(ACTOR, "api-key-made", name + ": " + words);
    rows.save(new ApiKeyRow(UUID.randomUUID(), name, hash(key), words, today(), null, null));
    return key;
  }

  public List<Listed> list() {
    return rows.all().stream()
        .map(row ->
            new Listed(
                row.name(),
                row.may(),
                row.madeOn(),
                Optional.ofNullable(row.usedOn()),
                Optional.ofNullable(row.revokedOn())))
        .toList();
  }

  /** Whether there was such a key; from the next request on it opens nothing. */
  public boolean revoke(String name) {
    audit.record(ACTOR, "api-key-revoked", name);
    return rows.revoke(name, today()) == 1;
  }

  /** Whose key this is, and notes the day; empty for a key that is none, or none any more. */
  Optional<ApiCaller> use(String key) {
    var found = rows.findByHash(hash(key)).filter(row -> row.revokedOn() == null);
    found
        .filter(row -> !today().equals(row.usedOn()))
        .ifPresent(row -> rows.used(row.id(), today()));
    return found.map(row -> new ApiCaller(row.id(), row.name(), row.may()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
