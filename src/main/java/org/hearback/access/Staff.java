package org.hearback.access;

import java.util.Set;
import java.util.UUID;

/**
 * A member of staff.
 *
 * @param signIn user name, or the subject of the identity provider
 * @param areas service areas they may see; empty for the whole council
 * @param languages they read, as BCP 47 tags
 */
public record Staff(
    UUID id,
    String signIn,
    String name,
    Set<Role> roles,
    Set<String> areas,
    Set<String> languages) {
  public Staff {
    roles = Set.copyOf(roles);
    areas = Set.copyOf(areas);
    languages = Set.copyOf(languages);
    if (roles.contains(Role.ANALYST)
        && (roles.contains(Role.READER) || roles.contains(Role.LEAD))) {
      throw new IllegalArgumentException("nobody both searches themes and opens answers");
    }
    if (roles.contains(Role.REVIEWER)
        && (roles.contains(Role.READER)
            || roles.contains(Role.ANALYST)
            || roles.contains(Role.LEAD))) {
      throw new IllegalArgumentException("nobody reviews what they do themselves");
    }
  }
}
