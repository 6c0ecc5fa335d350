package org.hearback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
  @Test
  void parts_of_a_page_go_without_what_only_documents_obey() {
    for (var part : Set.of("text/css; charset=utf-8", "text/javascript; charset=utf-8")) {
      var names = names(HttpResponse.ok().header("Content-Type", part));
      assertThat(names).containsAll(SecurityHeaders.ALWAYS.keySet());
      assertThat(names).doesNotContainAnyElementsOf(SecurityHeaders.OF_DOCUMENTS.keySet());
    }
  }

  @Test
  void everything_else_counts_as_a_document() {
    for (var type : Set.of("text/html; charset=utf-8", "image/svg+xml", "text/plain", "nonsense")) {
      assertThat(names(HttpResponse.ok().header("Content-Type", type)))
          .as(type)
          .containsAll(SecurityHeaders.ALWAYS.keySet())
          .containsAll(SecurityHeaders.OF_DOCUMENTS.keySet());
    }
    assertThat(names(HttpResponse.noContent()))
        .containsAll(SecurityHeaders.OF_DOCUMENTS.keySet())
        .contains("Cache-Control");
  }

  private static Set<String> names(MutableHttpResponse<?> reply) {
    new SecurityHeadersFilter().protect(HttpRequest.GET("/"), reply);
    return reply.getHeaders().names();
  }
}
