package org.hearback;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hearback.access.ApiKeys;
import org.hearback.access.ApiScope;

/**
 * What {@code api-key} does: {@code NAME SCOPES} makes a key and shows it this once, {@code list}
 * tells of all, {@code revoke NAME} ends one.
 */
record ApiKeyCommand(ApiKeys keys) {

  /**
   * @return what to print
   * @throws StartRefused when it is no such command, or cannot be done
   */
  String run(List<String> arguments) {
    if (arguments.equals(List.of("list"))) {
      return keys.list().stream().map(ApiKeyCommand::line).collect(Collectors.joining("\n"));
    }
    if (arguments.size() != 2) {
      throw new StartRefused(
          "api-key needs NAME SCOPES (events,contacts), or list, or revoke NAME");
    }
    return arguments.getFirst().equals("revoke")
        ? revoked(arguments.getLast())
        : made(arguments.getFirst(), arguments.getLast());
  }

  private String revoked(String name) {
    if (!keys.revoke(name)) {
      throw new StartRefused("no key of this name can be revoked; api-key list tells of all");
    }
    return name + " is revoked.";
  }

  private String made(String name, String scopes) {
    try {
      return keys.make(name, Arrays.asList(scopes.split(",")))
          + "\nThis is the key of "
          + name
          + ". It is shown this once; only a hash of it is kept.";
    } catch (IllegalArgumentException e) {
      throw new StartRefused("no key was made: " + e.getMessage());
    }
  }

  private static String line(ApiKeys.Listed key) {
    return "%s (%s), made %s, last used %s%s"
        .formatted(
            key.name(),
            key.scopes().stream().map(ApiScope::word).sorted().collect(Collectors.joining(", ")),
            key.madeOn(),
            key.usedOn().map(Object::toString).orElse("never"),
            key.revokedOn().map(day -> ", revoked " + day).orElse(""));
  }
}
