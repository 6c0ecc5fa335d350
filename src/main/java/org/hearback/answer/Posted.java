package org.hearback.answer;

import io.micronaut.core.annotation.Nullable;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearback.form.Scribe;

/**
 * A posted form, decoded.
 *
 * @param nonce empty when there was none, or more than one
 * @param fields all others
 * @param scribe who helped; the page's address says so, as it is nothing the person fills in
 */
record Posted(String nonce, Map<String, List<String>> fields, Scribe scribe) {
  private static final int FIELDS_MAX = 200;

  static Posted read(@Nullable String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      // semicolons are no separators: a browser sends them as they are
      fields.putAll(
          new QueryStringDecoder(
                  body == null ? "" : body, StandardCharsets.UTF_8, false, FIELDS_MAX, true)
              .parameters());
    } catch (IllegalArgumentException e) {
      // not form-encoded at all: the page comes back empty, with what to do
      fields.clear();
    }
    var nonces = fields.remove("nonce");
    return new Posted(
        nonces != null && nonces.size() == 1 ? nonces.getFirst() : "", fields, Scribe.NOBODY);
  }

  /** The same, with somebody's help if there was any. */
  Posted with(Optional<Scribe> other) {
    return other.map(it -> new Posted(nonce, fields, it)).orElse(this);
  }

  @Override
  public String toString() {
    return "Posted[hidden]";
  }
}
