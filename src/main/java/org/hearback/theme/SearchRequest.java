package org.hearback.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in the address of a search. Anything may stand there; what makes no sense asks for
 * nothing.
 *
 * @param made whether a search was asked for at all, or only the empty form
 * @param like a comment that others are to be like; then there are no words
 */
record SearchRequest(
    boolean made, String words, Optional<Like> like, Filter filter, Order order, int page) {
  // A key is short; a longer value is not one, and must not swell the audit.
  private static final int KEY_MAX = 40;

  private static final Pattern PHRASE = Pattern.compile("(-?)\"([^\"]*)\"(?:~\\d+)?");

  /**
   * A comment that others are to be like.
   *
   * @param from where it was found
   */
  record Like(UUID comment, Optional<From> from) {}

  /** A page of hits, to go back to. */
  record From(String words, int page) {
    /** Words do not reach logs. */
    @Override
    public String toString() {
      return "From[page " + page + "]";
    }
  }

  /** Words within a filter. */
  static SearchRequest of(String words, Filter filter) {
    return of(Map.of("words", List.of(words)).entrySet()).with(filter);
  }

  static SearchRequest of(
      Iterable<? extends Map.Entry<String, ? extends Iterable<String>>> fields) {
    var first = new LinkedHashMap<String, String>();
    fields.forEach(
        field -> field.getValue().forEach(value -> first.putIfAbsent(field.getKey(), value)));
    Function<String, String> key =
        name ->
            Optional.ofNullable(first.get(name)).filter(it -> it.length() <= KEY_MAX).orElse("");
    var words = Asked.cut(first.getOrDefault("words", "").strip());
    var from =
        Optional.ofNullable(first.get("from"))
            .map(it -> new From(Asked.cut(it.strip()), number(key.apply("at"))));
    // Whoever types words into the form of a page of comments like one looks for those.
    var like = id(key.apply("like")).filter(_ -> words.isBlank()).map(it -> new Like(it, from));
    return new SearchRequest(
        first.containsKey("words") || like.isPresent(),
        like.isPresent() ? "" : words,
        like,
        new Filter(
            key.apply("area"),
            key.apply("group"),
            key.apply("milestone"),
            key.apply("period"),
            key.apply("language"),
            key.apply("theme"),
            key.apply("mentions"),
            key.apply("points")),
        key.apply("order").equals("newest") ? Order.NEWEST : Order.BEST,
        number(key.apply("page")));
  }

  /** All comments of other areas that talk about one, the newest first. */
  static SearchRequest mentioning(String area) {
    var filter = Filter.none().with(CommentDocument.MENTIONS, area);
    return new SearchRequest(true, "", Optional.empty(), filter, Order.NEWEST, 1);
  }

  /** The same, with another filter, from the first page. */
  SearchRequest with(Filter other) {
    return new SearchRequest(made, words, like, other, order, 1);
  }

  /** The same, by other words, from the first page. */
  SearchRequest as(String other) {
    return new SearchRequest(made, other, like, filter, order, 1);
  }

  /** Comments like one of its hits, with the same choices. */
  SearchRequest alike(UUID comment) {
    var from = like.isPresent() ? like.get().from() : Optional.of(new From(words, page));
    return new SearchRequest(made, "", Optional.of(new Like(comment, from)), filter, order, 1);
  }

  /** The hits among which the comment stood that others are like; empty where nobody knows. */
  Optional<SearchRequest> before() {
    return like.flatMap(Like::from)
        .map(from ->
            new SearchRequest(true, from.words(), Optional.empty(), filter, order, from.page()));
  }

  /** The same without the marks of its phrases; empty where there are none. */
  Optional<SearchRequest> unmarked() {
    var plain = PHRASE.matcher(words).replaceAll(phrase -> Matcher.quoteReplacement(bare(phrase)));
    return plain.equals(words) ? Optional.empty() : Optional.of(as(plain));
  }

  /** Not of one that is left out, nor of one with a choice of words in it. */
  private static String bare(MatchResult phrase) {
    boolean kept =
        !phrase.group(1).isEmpty() || phrase.group(2).isBlank() || phrase.group(2).contains("|");
    return kept ? phrase.group() : phrase.group(2);
  }

  /** The same, another page of it. */
  SearchRequest at(int other) {
    return new SearchRequest(made, words, like, filter, order, other);
  }

  /** The fields of the address that asks this. */
  SequencedMap<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.putAll(ofLike());
    if (like.isEmpty()) {
      fields.put("words", words);
    }
    chosen(filter).forEach(fields::put);
    if (order == Order.NEWEST) {
      fields.put("order", "newest");
    }
    if (page > 1) {
      fields.put("page", page);
    }
    return fields;
  }

  /** Those of the comment that others are like. */
  SequencedMap<String, Object> ofLike() {
    var fields = new LinkedHashMap<String, Object>();
    like.ifPresent(one -> fields.put("like", one.comment()));
    like.flatMap(Like::from)
        .ifPresent(from -> {
          fields.put("from", from.words());
          if (from.page() > 1) {
            fields.put("at", from.page());
          }
        });
    return fields;
  }

  /** The search in full, for the sealed body of the audit. */
  String forAudit() {
    return like.map(one -> "like " + one.comment()).orElse(words)
        + "\n"
        + chosen(filter).entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(" "))
        + " page="
        + page;
  }

  /** Words do not reach logs. */
  @Override
  public String toString() {
    return "SearchRequest[page " + page + "]";
  }

  /** What a filter asks for, by the names of the fields. */
  static Map<String, String> chosen(Filter filter) {
    var chosen = new LinkedHashMap<String, String>();
    chosen.put("area", filter.area());
    chosen.put("group", filter.group());
    chosen.put("milestone", filter.milestone());
    chosen.put("period", filter.period());
    chosen.put("language", filter.language());
    chosen.put("theme", filter.theme());
    chosen.put("mentions", filter.mentions());
    chosen.put("points", filter.points());
    chosen.values().removeIf(String::isEmpty);
    return chosen;
  }

  private static Optional<UUID> id(String typed) {
    return typed.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
        ? Optional.of(UUID.fromString(typed))
        : Optional.empty();
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
  }
}
