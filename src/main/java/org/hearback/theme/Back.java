package org.hearback.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way back to the list of hits that somebody came from. Its search is carried along, in
 * addresses and in forms, by the fields that it has anyway; whatever stands there is read as a
 * search and nothing else, so that nobody can be led anywhere but to a search of ours.
 *
 * @param search empty for whoever came from elsewhere
 */
record Back(Optional<SearchRequest> search) {

  static Back of(Iterable<? extends Map.Entry<String, ? extends Iterable<String>>> fields) {
    return new Back(Optional.of(SearchRequest.of(fields)).filter(SearchRequest::made));
  }

  /** From a form of which each field stands once. */
  static Back typed(Map<String, String> fields) {
    return of(
        fields.entrySet().stream()
            .map(field -> Map.entry(field.getKey(), List.of(field.getValue())))
            .toList());
  }

  /** The list itself; empty where there is none. */
  String address() {
    return search.map(SearchPage::address).orElse("");
  }

  /** A page that knows the way back as well. */
  String on(String path, Map<String, Object> own) {
    var fields = new LinkedHashMap<>(own);
    search.ifPresent(asked -> fields.putAll(asked.fields()));
    return SearchPage.address(path, fields);
  }

  /** The same of a page that needs nothing else. */
  String on(String path) {
    return on(path, Map.of());
  }

  /** For a form, and for the link at the top of its page. */
  Map<String, Object> model() {
    var fields = search.map(SearchRequest::fields).orElseGet(LinkedHashMap::new);
    return Map.of("back", address(), "carried", hidden(fields));
  }

  /** Fields that nobody sees in a form. */
  static List<Map<String, String>> hidden(Map<String, Object> fields) {
    return fields.entrySet().stream()
        .map(field -> Map.of("name", field.getKey(), "value", field.getValue().toString()))
        .toList();
  }
}
