package org.hearback.theme;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.HashMap;
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
  /** How the fields begin that say which way a theme is said. */
  static final String SIDE = "side-";

  private static final String TOO_MANY =
      "Choose three themes at most: those that the comment says most about";

  /** What a form says. */
  sealed interface Read {
    record Whole(Coding coding) implements Read {}

    /** Nothing of it counts. */
    record Wrong(String what) implements Read {}
  }

  static CodingForm read(@Nullable String body) {
    return new CodingForm(new QueryStringDecoder(body == null ? "" : body, false).parameters());
  }

  /** One comment by itself, with the way back that an address knows. */
  static CodingForm alone(Back back) {
    var fields = new HashMap<String, List<String>>();
    back.search()
        .ifPresent(asked ->
            asked.fields().forEach((name, value) -> fields.put(name, List.of(value.toString()))));
    fields.put("alone", List.of("yes"));
    return new CodingForm(fields);
  }

  /** The way back to where somebody found it; there is none on the way from one to the next. */
  Back back() {
    return isAlone() ? Back.of(fields.entrySet()) : new Back(Optional.empty());
  }

  /** Keys of themes. */
  List<String> ticked() {
    return fields.getOrDefault("about", List.of()).stream()
        .filter(key -> !key.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * What somebody says of the comment. A theme that was taken out of use since the page was opened
   * is no word that none fits: it is asked again.
   */
  Read coding(ThemeBooks books) {
    if (field("act").equals("unclear")) {
      return new Read.Whole(new Coding.Unclear());
    }
    var themes = ticked();
    var book = books.now();
    var gone = themes.stream().filter(key -> book.find(key).isEmpty()).findFirst();
    if (gone.isPresent()) {
      return new Read.Wrong(outOfUse(gone.get(), books));
    }
    return themes.size() <= Coding.MOST
        ? new Read.Whole(new Coding.About(themes, sides(themes)))
        : new Read.Wrong(TOO_MANY);
  }

  private static String outOfUse(String key, ThemeBooks books) {
    return books
        .find(key)
        .map(theme -> "“" + theme.name() + "” is out of use now: choose again")
        .orElse("A theme that you ticked is not in the theme book: choose again");
  }

  CodingView.Ticked boxes() {
    return new CodingView.Ticked(ticked(), sides(ticked()));
  }

  /** Which way some themes are said, as far as it was chosen. */
  Map<String, Side> sides(List<String> themes) {
    var sides = new HashMap<String, Side>();
    for (var theme : themes) {
      field(SIDE + theme)
          .chars()
          .limit(1)
          .boxed()
          .findFirst()
          .flatMap(Side::of)
          .ifPresent(side -> sides.put(theme, side));
    }
    return sides;
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
