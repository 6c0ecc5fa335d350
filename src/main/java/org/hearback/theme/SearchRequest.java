package org.hearback.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What stands in the address of a search. Anything may stand there; what makes no sense asks for
 * nothing.
 *
 * @param made whether a search was asked for at all, or only the empty form
 */
record SearchRequest(boolean made, String words, Filter filter, Order order, int page) {
  // A key is short; a longer value is not one, and must not swell the audit.
  private static final int KEY_MAX = 40;

  static SearchRequest of(
      Iterable<? extends Map.Entry<String, ? extends Iterable<String>>> fields) {
    var first = new LinkedHashMap<String, String>();
    fields.forEach(
        field -> field.getValue().forEach(value -> first.putIfAbsent(field.getKey(), value)));
    Function<String, String> key =
        name ->
            Optional.ofNullable(first.get(name)).filter(it -> it.length() <= KEY_MAX).orElse("");
    return new SearchRequest(
        first.containsKey("words"),
        Asked.cut(first.getOrDefault("words", "").strip()),
        new Filter(
            key.apply("area"),
            key.apply("group"),
            key.apply("milestone"),
            key.apply("period"),
            key.apply("language")),
        key.apply("order").equals("newest") ? Order.NEWEST : Order.BEST,
        number(key.apply("page")));
  }

  /** The fields of an address that asks the same, but for the page. */
  SequencedMap<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("words", words);
    chosen().forEach(fields::put);
    if (order == Order.NEWEST) {
      fields.put("order", "newest");
    }
    return fields;
  }

  /** The search in full, for the sealed body of the audit. */
  String forAudit() {
    return words
        + "\n"
        + chosen().entrySet().stream()
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

  private Map<String, String> chosen() {
    var chosen = new LinkedHashMap<String, String>();
    chosen.put("area", filter.area());
    chosen.put("group", filter.group());
    chosen.put("milestone", filter.milestone());
    chosen.put("period", filter.period());
    chosen.put("language", filter.language());
    chosen.values().removeIf(String::isEmpty);
    return chosen;
  }

  private static int number(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
  }
}
