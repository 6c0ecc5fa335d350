package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
  private static final Path DRAWINGS = Path.of("forms/pictures");
  private static final Pattern COLOUR = Pattern.compile("(?:fill|stroke)=\"([^\"]*)\"");
  private static final Pattern CLASS = Pattern.compile("class=\"([^\"]*)\"");

  /** Without colour, what is left must still differ. */
  private static final Pattern SHAPES_ONLY =
      Pattern.compile("<path class=\"hb-warm\" stroke=\"none\"[^>]*>| class=\"hb-warm\"");

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" aria-hidden=\"true\""
          + " focusable=\"false\">%s</svg>";

  @Test
  void every_drawing_may_stand_in_a_page_and_belongs_to_a_sentence() throws IOException {
    var sentences = new TreeSet<String>();
    new Forms().all().forEach(form -> sentences.addAll(form.sentences()));
    try (var files = Files.list(DRAWINGS)) {
      var drawings =
          files
              .map(file -> file.getFileName().toString())
              .filter(it -> it.endsWith(".svg"))
              .toList();
      assertThat(drawings).isNotEmpty();
      for (var drawing : drawings) {
        var key = drawing.replace(".svg", "");
        assertThat(sentences).contains(key);
        assertThat(new Pictures().of(key)).as(key).isPresent();
      }
    }
  }

  @Test
  void every_face_has_its_drawing() {
    var pictures = new Pictures();
    for (var form : new Forms().all()) {
      for (var question : form.questions()) {
        if (question instanceof Question.PickOne one && one.look().hasFaces()) {
          one.options()
              .forEach(option -> assertThat(pictures.of(form.wordsOf(one, option))).isPresent());
        }
      }
    }
  }

  @Test
  void every_question_has_its_drawing_for_children_and_easy_read() {
    var pictures = new Pictures();
    for (var form : new Forms().all()) {
      for (var question : form.questions()) {
        assertThat(pictures.of(form.wordsOf(question.key())))
            .as("a drawing for %s of %s: copy one that fits", question.key(), form.name())
            .isPresent();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"look.face3.", "look.face5.", "look.agree.", "look.yes-bit-no."})
  void no_two_answers_of_a_scale_look_alike(String scale) throws IOException {
    try (var files = Files.list(DRAWINGS)) {
      var drawings = new ArrayList<String>();
      for (var file : files.filter(it -> it.getFileName().toString().startsWith(scale)).toList()) {
        drawings.add(SHAPES_ONLY.matcher(Files.readString(file)).replaceAll(""));
      }
      assertThat(drawings).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }
  }

  /** A fixed colour would be lost on a dark page, or to people who choose their own colours. */
  @Test
  void lines_have_the_colour_of_the_words_and_the_sheet_fills_them() throws IOException {
    try (var files = Files.list(DRAWINGS)) {
      for (var file : files.toList()) {
        var svg = Files.readString(file);
        assertThat(COLOUR.matcher(svg).results().map(it -> it.group(1)))
            .as(file.toString())
            .isSubsetOf("none", "currentColor");
        assertThat(CLASS.matcher(svg).results().map(it -> it.group(1)))
            .as(file.toString())
            .isSubsetOf("hb-drawing", "hb-drawing hb-turns", "hb-warm")
            .startsWith(svg.contains("hb-turns") ? "hb-drawing hb-turns" : "hb-drawing");
      }
    }
  }

  @Test
  void a_sentence_without_a_drawing_has_none() {
    assertThat(new Pictures().of("no.such.sentence")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>1</script>",
        "<image href=\"https://example.org/a.png\"/>",
        "<path d=\"M0 0\" onclick=\"1\"/>",
        "<path d=\"M0 0\" style=\"fill:red\"/>",
        "<text>no words</text>",
        "<g>no words</g>",
        "<use href=\"#a\"/>",
        "<path d="
      })
  void what_runs_loads_or_styles_is_refused(String inside) {
    assertThatThrownBy(() -> checked(SVG.formatted(inside)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the drawing a.drawing");
  }

  @Test
  void a_drawing_is_small_and_hidden_from_who_cannot_see_it() {
    assertThat(checked(SVG.formatted("<circle r=\"1\"/>"))).startsWith("<svg");
    assertThatThrownBy(() -> checked(SVG.formatted(" ".repeat(Pictures.BYTES_MAX))))
        .hasMessageContaining("more than");
    assertThatThrownBy(() -> checked(SVG.formatted("").replace("true", "false")))
        .hasMessageContaining("aria-hidden");
    assertThatThrownBy(() -> checked("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + SVG.formatted("&a;")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static String checked(String svg) {
    return Pictures.checked("a.drawing", svg.getBytes(StandardCharsets.UTF_8));
  }
}
