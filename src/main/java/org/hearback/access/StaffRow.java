package org.hearback.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A row of {@code office.staff}; sets are separated by a blank. */
@MappedEntity(value = "staff", schema = "office")
record StaffRow(
    @Id UUID id,
    String signIn,
    String name,
    String roles,
    String areas,
    String languages,
    String secret,
    boolean tryout,
    String email,
    String phone) {
  private static final Logger LOG = LoggerFactory.getLogger(StaffRow.class);

  static StaffRow of(Staff staff, String secret, boolean tryout) {
    var roles = staff.roles().stream().map(Role::name).collect(Collectors.toSet());
    return new StaffRow(
        staff.id(),
        staff.signIn(),
        staff.name(),
        joined(roles),
        joined(staff.areas()),
        joined(staff.languages()),
        secret,
        tryout,
        staff.email(),
        staff.phone());
  }

  /**
   * Empty for a row that holds an unknown role, or two that exclude each other: nobody gets in by a
   * slip of the pen.
   */
  Optional<Staff> staff() {
    try {
      var held = parts(roles).stream().map(Role::valueOf).collect(Collectors.toSet());
      return Optional.of(
          new Staff(id, signIn, name, held, parts(areas), parts(languages), email, phone));
    } catch (IllegalArgumentException _) {
      LOG.warn("staff {} has roles that cannot be held and may do nothing", id);
      return Optional.empty();
    }
  }

  /** Records print all they hold; this one must not. */
  @Override
  public String toString() {
    return "StaffRow[" + id + "]";
  }

  private static String joined(Set<String> parts) {
    return String.join(" ", new TreeSet<>(parts));
  }

  private static Set<String> parts(String joined) {
    return joined.isBlank() ? Set.of() : Set.copyOf(List.of(joined.strip().split("\\s+")));
  }
}
