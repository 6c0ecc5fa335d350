package org.hearback.access;

import java.util.Set;
import java.util.UUID;

/**
 * Whose key a request carries. A method of the API takes one as an argument.
 *
 * @param name as an operator chose it; it stands in the audit and the quarantine
 */
public record ApiCaller(UUID id, String name, Set<ApiScope> scopes) {
  public ApiCaller {
    scopes = Set.copyOf(scopes);
  }

  /** The name under which the audit knows it; no member of staff can have it. */
  public String actor() {
    return "api:" + name;
  }
}
