package org.hearback.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.hearback.form.Words;

/** The language a phone prefers among those the house speaks; English when it says nothing we know. */
final class Preferred {
  private Preferred() {}

  static String language(HttpRequest<?> request, Words words) {
    var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE, String.class, "");
    if (header.isBlank() || header.length() > 500) {
      return "en";
    }
    try {
      var tag = Locale.lookupTag(Locale.LanguageRange.parse(header), List.copyOf(words.languages()));
      return tag == null ? "en" : tag;
    } catch (IllegalArgumentException e) {
      return "en";
    }
  }
}
