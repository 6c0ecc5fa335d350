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
 * @param language of the page that was posted, or in which it is wanted; empty when it said none
 * @param onlyTranslates whether the same page is wanted in another language, and nothing else
 * @param fields all others
 * @param scribe who helped, as the page asks; who enters a form from paper says it in the address
 */
record Posted(
    String nonce,
    Optional<String> language,
    boolean onlyTranslates,
    Map<String, List<String>> fields,
    Scribe scribe) {
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
    var nonce = only(fields.remove("nonce"));
    var of = only(fields.remove("lang"));
    var into = only(fields.remove("switch"));
    var language = into.or(() -> of);
    return new Posted(nonce.orElse(""), language, into.isPresent(), fields, scribe(fields));
  }

  private static Optional<String> only(@Nullable List<String> values) {
    return values != null && values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /** Takes it out of the fields; what is no scribe stays there, and is refused as forged. */
  private static Scribe scribe(Map<String, List<String>> fields) {
    var said = fields.getOrDefault(Scribe.QUESTION, List.of());
    var scribe = said.size() == 1 ? Scribe.of(said.getFirst()) : Optional.<Scribe>empty();
    scribe.ifPresent(_ -> fields.remove(Scribe.QUESTION));
    return scribe.orElse(Scribe.NOBODY);
  }

  /** All that was filled in, to be shown again. */
  Map<String, List<String>> typed() {
    if (scribe == Scribe.NOBODY) {
      return fields;
    }
    var all = new LinkedHashMap<>(fields);
    all.put(Scribe.QUESTION, List.of(scribe.key()));
    return all;
  }

  /** The same, with somebody's help where the page does not name any. */
  Posted with(Optional<Scribe> other) {
    return scribe == Scribe.NOBODY
        ? other.map(it -> new Posted(nonce, language, onlyTranslates, fields, it)).orElse(this)
        : this;
  }

  @Override
  public String toString() {
    return "Posted[hidden]";
  }
}
