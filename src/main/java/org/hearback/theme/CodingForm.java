package org.hearback.theme;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst chose for one comment.
 *
 * @param fields as posted
 */
record CodingForm(Map<String, List<String>> fields) {
  static final String TOO_MANY =
      "Choose three themes at most: those that the comment says most about";

  static CodingForm read(@Nullable String body) {
    return new CodingForm(new QueryStringDecoder(body == null ? "" : body, false).parameters());
  }

  /** Keys of themes. */
  List<String> ticked() {
    return fields.getOrDefault("about", List.of()).stream().distinct().toList();
  }

  /** Empty where more themes are ticked than a comment can have. */
  Optional<Coding> coding(ThemeBook book) {
    if (field("act").equals("unclear")) {
      return Optional.of(new Coding.Unclear());
    }
    var themes = ticked().stream().filter(key -> book.find(key).isPresent()).toList();
    return themes.size() <= Coding.MOST ? Optional.of(new Coding.About(themes)) : Optional.empty();
  }

  /** The comment, where its id is one. */
  Optional<UUID> comment() {
    return id(field("comment"));
  }

  /** Whether it was asked for by itself, and not one after the other. */
  boolean isAlone() {
    return field("alone").equals("yes");
  }

  String field(String name) {
    return Optional.ofNullable(fields.get(name)).map(List::getFirst).orElse("");
  }

  static Optional<UUID> id(String typed) {
    return typed.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
        ? Optional.of(UUID.fromString(typed))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "CodingForm[" + ticked().size() + "]";
  }
}
