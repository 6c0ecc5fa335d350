package org.hearback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page of respondents in every language, as the server makes it: sound HTML, and the same
 * whatever language the machine speaks.
 */
class HtmlTest {
  private static final String NONCE = "nonce-1.for~test";
  private static final Map<String, String> PAGES = pages();
  private static final Locale TURKISH = Locale.of("tr", "TR");

  @Test
  @Tag("full")
  void no_page_has_a_fault() {
    assertThat(faults(List.copyOf(PAGES.keySet()))).isEmpty();
  }

  /**
   * Each form, each way and each other page among them, and of each language as many as of others.
   */
  @Test
  @Tag("everyday")
  void no_third_page_has_a_fault() {
    var all = List.copyOf(PAGES.keySet());
    var third =
        IntStream.range(0, all.size()).filter(at -> at % 3 == 0).mapToObj(all::get).toList();
    assertThat(words(third)).containsExactlyInAnyOrderElementsOf(words(all));
    assertThat(faults(third)).isEmpty();
  }

  /** What pages are called by: forms, languages, ways and paths. */
  private static Set<String> words(List<String> names) {
    return names.stream().flatMap(name -> Stream.of(name.split(" "))).collect(Collectors.toSet());
  }

  private static List<String> faults(List<String> names) {
    var checker = new HtmlChecker();
    var faults = new ArrayList<String>();
    names.forEach(
        name -> checker.faults(PAGES.get(name)).forEach(fault -> faults.add(name + " " + fault)));
    return faults;
  }

  @Test
  void a_fault_is_found() {
    var checker = new HtmlChecker();
    var page = PAGES.values().iterator().next();
    assertThat(checker.faults(page)).isEmpty();
    assertThat(checker.faults(page.replace("<main", "<main id=\"q-why\"><p><div></p><main")))
        .isNotEmpty();
  }

  @Test
  void on_a_machine_that_speaks_turkish_they_are_the_same() {
    var before = Locale.getDefault();
    Locale.setDefault(TURKISH);
    try {
      assertThat("TITLE".toLowerCase(Locale.getDefault())).isNotEqualTo("title");
      assertThat(pages()).isEqualTo(PAGES);
    } finally {
      Locale.setDefault(before);
    }
  }

  /** By name: form or page, language, way. */
  private static Map<String, String> pages() {
    var pages = Face.pages();
    var notices = Face.notices();
    var all = new LinkedHashMap<String, String>();
    for (var language : FormFixtures.words().languages()) {
      for (var form : FormFixtures.forms().all()) {
        for (var way : Way.values()) {
          var name = form.name() + " " + language + " " + way;
          all.put(name, pages.refused(form, language, NONCE, way.asking, Map.of(), Map.of()));
        }
        var typed = Map.of(form.questions().getLast().key(), List.of("x\ny & <z>"));
        var errors = new LinkedHashMap<String, String>();
        errors.put("", "error.nothing-answered");
        form.questions().forEach(it -> errors.put(it.key(), "error.too-long"));
        all.put(
            form.name() + " " + language + " refused",
            pages.refused(form, language, NONCE, Face.WRITING, typed, errors));
      }
      for (var path : FaceServer.PATHS) {
        all.put(
            path + " " + language,
            FaceServer.page(pages, notices, FormFixtures.forms().all().getFirst(), path, language));
      }
    }
    return all;
  }
}
