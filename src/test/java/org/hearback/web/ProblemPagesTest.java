package org.hearback.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.MessageSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.views.thymeleaf.MessageSourceMessageResolver;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class ProblemPagesTest {
  private final MessageSource messages = FormFixtures.messages();
  private final ProblemPages pages =
      new ProblemPages(engine(), messages, "Sample Council", "0117 496 0123");

  @ParameterizedTest
  @CsvSource({
    "404, There is nothing here",
    "405, There is nothing here",
    "413, too much to send",
    "400, could not take that",
    "500, Something went wrong on our side",
    "503, Nothing was sent. Wait a few minutes"
  })
  void each_problem_is_told_kindly_with_who_to_ring(int status, String words) {
    assertThat(page(status, "en-GB"))
        .contains(words, "tel:999", "0800 1111", "0117 496 0123", "lang=\"en\"");
  }

  @Test
  void the_page_speaks_the_first_language_of_the_browser_that_we_have() {
    assertThat(page(503, "fr, ar;q=0.9, en;q=0.5")).contains("dir=\"rtl\"", "لم يُرسل شيء");
    assertThat(page(503, "fr")).contains("lang=\"en\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";;;", "x-;q=9"})
  void a_header_that_is_none_gives_english(String header) {
    assertThat(page(404, header)).contains("lang=\"en\"");
  }

  @Test
  void nothing_of_the_inside_is_shown() {
    var request = HttpRequest.GET("/k7m2q9xd4t8w3hn5");
    var error =
        ErrorContext.builder(request)
            .cause(new IllegalStateException("secret detail"))
            .errorMessage("secret detail")
            .build();
    assertThat(pages.body(error, HttpResponse.serverError()))
        .doesNotContain("secret", "Exception", "k7m2q9xd4t8w3hn5");
  }

  @Test
  void only_a_lost_connection_means_that_the_database_is_gone() {
    assertThat(StoreGoneHandler.isGone(wrapped(new SQLTransientConnectionException()))).isTrue();
    assertThat(StoreGoneHandler.isGone(wrapped(new SQLException("x", "08S01")))).isTrue();
    assertThat(StoreGoneHandler.isGone(wrapped(new SQLException("x", "23000")))).isFalse();
    assertThat(StoreGoneHandler.isGone(new IllegalStateException())).isFalse();
  }

  private static Throwable wrapped(SQLException cause) {
    return new IllegalStateException(new IllegalStateException(cause));
  }

  private String page(int status, String acceptLanguage) {
    var request = HttpRequest.GET("/x").header("Accept-Language", acceptLanguage);
    var error = ErrorContext.builder(request).errorMessage("x").build();
    return pages.body(error, HttpResponse.status(HttpStatus.valueOf(status)));
  }

  private TemplateEngine engine() {
    var engine = new TemplateEngine();
    var files = new ClassLoaderTemplateResolver();
    files.setPrefix("views/");
    files.setSuffix(".html");
    engine.setTemplateResolver(files);
    engine.addLinkBuilder(new org.hearback.form.AssetLinks(FormFixtures.assets()));
    engine.setMessageResolver(new MessageSourceMessageResolver(messages));
    return engine;
  }
}
