package org.hearback.access;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A member of staff.
 *
 * @param signIn user name, or the subject of the identity provider
 * @param areas service areas they may see; empty for the whole council
 * @param languages they read, as BCP 47 tags
 * @param email where alerts reach them; may be empty
 * @param phone the same, in E.164; may be empty
 */
public record Staff(
    UUID id,
    String signIn,
    String name,
    Set<Role> roles,
    Set<String> areas,
    Set<String> languages,
    String email,
    String phone) {
  private static final Pattern PHONE = Pattern.compile("(\\+[1-9]\\d{6,14})?");

  public Staff {
    roles = Set.copyOf(roles);
    areas = Set.copyOf(areas);
    languages = Set.copyOf(languages);
    if (roles.contains(Role.ANALYST)
        && !Collections.disjoint(roles, Set.of(Role.READER, Role.LEAD))) {
      throw new IllegalArgumentException("nobody both searches themes and opens answers");
    }
    if (roles.contains(Role.REVIEWER)
        && !Collections.disjoint(roles, Set.of(Role.READER, Role.ANALYST, Role.LEAD))) {
      throw new IllegalArgumentException("nobody reviews what they do themselves");
    }
    if (!PHONE.matcher(phone).matches()) {
      throw new IllegalArgumentException("a phone number is not in E.164");
    }
  }

  /** Somebody whom no alert reaches. */
  public Staff(
      UUID id,
      String signIn,
      String name,
      Set<Role> roles,
      Set<String> areas,
      Set<String> languages) {
    this(id, signIn, name, roles, areas, languages, "", "");
  }

  /** Whether an alert can reach them. */
  public boolean reachable() {
    return !email.isBlank() || !phone.isEmpty();
  }

  /** Whether they read this language; English in Easy Read or of any region is English. */
  public boolean reads(String language) {
    return languages.contains(language)
        || languages.contains(Locale.forLanguageTag(language).getLanguage());
  }

  /** Where they can be reached is nobody's business. */
  @Override
  public String toString() {
    return "Staff[" + signIn + "]";
  }
}
