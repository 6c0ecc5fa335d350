package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of colours that stands together on a respondent's page, in every look. */
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double LINE = 3;
  private static final String DARK = "(prefers-color-scheme: dark)";
  private static final String MORE = "(prefers-contrast: more)";

  /** Words, and the grounds on which they stand. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "ink", List.of("ground", "card", "mist", "warm", "picked"),
          "soft-ink", List.of("ground", "card"),
          "link", List.of("ground", "card", "mist", "warm"),
          "link-hover", List.of("ground", "card", "mist", "warm"),
          "error", List.of("ground", "card"),
          "on-top", List.of("top"),
          "on-deep", List.of("deep", "deep-hover"),
          "on-mark", List.of("mark"),
          "on-focus", List.of("focus"));

  /** Edges of what can be pressed, picked or typed in, lines of drawings, and what is beside. */
  private static final Map<String, List<String>> LINES =
      Map.of(
          "control", List.of("ground", "card"),
          "deep", List.of("ground", "card", "picked"),
          "warm-line", List.of("warm", "card"),
          "ink", List.of("art", "ground", "card", "picked"));

  /** Nothing is lost without it. */
  private static final Set<String> DECORATION = Set.of("line");

  private static final StyleSheet SHEET = new StyleSheet(Resources.text("assets/form.css"));
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(|:\\s*(white|black)\\b");

  record Look(String voice, Set<String> media) {
    Map<String, String> colours() {
      return SHEET.colours(
          Set.of(":root", ".hb-body", ".hb-voice-" + voice, ".hb-body.hb-body"), media);
    }
  }

  static Stream<Look> looks() {
    return Stream.of(
            "nobody", "child", "child-scribed", "young-person", "care-leaver", "parent", "staff")
        .flatMap(voice ->
            Stream.of(Set.<String>of(), Set.of(DARK), Set.of(MORE), Set.of(DARK, MORE))
                .map(media -> new Look(voice, media)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void words_and_lines_stand_out_from_their_ground(Look look) {
    var colours = look.colours();
    var weak = new ArrayList<String>();
    WORDS.forEach((on, grounds) -> grounds.forEach(under -> check(colours, on, under, TEXT, weak)));
    LINES.forEach((on, grounds) -> grounds.forEach(under -> check(colours, on, under, LINE, weak)));
    assertThat(weak).isEmpty();
  }

  private static void check(
      Map<String, String> colours, String on, String under, double least, List<String> weak) {
    double contrast = StyleSheet.contrast(colours.get("--hb-" + on), colours.get("--hb-" + under));
    if (contrast < least) {
      weak.add("%s on %s: %.2f, not %.1f".formatted(on, under, contrast, least));
    }
  }

  /** In the head the focus is a bright ground with a line of ink around it: one of them shows. */
  @ParameterizedTest
  @MethodSource("looks")
  void the_focus_is_seen_in_the_head(Look look) {
    var colours = look.colours();
    var top = colours.get("--hb-top");
    assertThat(
            Math.max(
                StyleSheet.contrast(colours.get("--hb-focus"), top),
                StyleSheet.contrast(colours.get("--hb-ink"), top)))
        .isGreaterThan(LINE);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void no_colour_is_left_unmeasured(Look look) {
    var measured = new HashSet<>(DECORATION);
    Stream.of(WORDS, LINES)
        .forEach(pairs ->
            pairs.forEach((on, grounds) -> {
              measured.add(on);
              measured.addAll(grounds);
            }));
    assertThat(look.colours().keySet().stream().map(it -> it.replace("--hb-", "")))
        .containsExactlyInAnyOrderElementsOf(measured);
  }

  @Test
  void children_young_people_and_adults_each_have_their_own_look_by_day_and_night() {
    assertThat(
            Stream.of("child", "young-person", "parent")
                .flatMap(voice ->
                    Stream.of(Set.<String>of(), Set.of(DARK))
                        .map(media -> new Look(voice, media).colours()))
                .distinct())
        .hasSize(6);
  }

  /** A colour elsewhere would be the same by day and night, and nobody would measure it. */
  @Test
  void colours_stand_in_the_palettes_only() throws IOException {
    var form = Files.readString(Path.of("infra/assets/form.scss"));
    var own =
        Pattern.compile("@use \"(\\w+)\"").matcher(form).results().map(it -> it.group(1)).toList();
    assertThat(own).contains("respondent", "shapes", "options");
    for (var part : own) {
      if (!Set.of("theme", "voices").contains(part)) {
        var scss = Files.readString(Path.of("infra/assets/_" + part + ".scss"));
        assertThat(COLOUR.matcher(scss).results().map(it -> it.group())).as(part).isEmpty();
      }
    }
  }

  @Test
  void contrast_is_what_the_guidelines_say() {
    assertThat(StyleSheet.contrast("#000000", "#ffffff")).isEqualTo(21);
    assertThat(StyleSheet.contrast("#ffffff", "#ffffff")).isEqualTo(1);
    // The two greys on either side of the limit, known from the guidelines' own examples.
    assertThat(StyleSheet.contrast("#767676", "#ffffff")).isGreaterThan(TEXT);
    assertThat(StyleSheet.contrast("#777777", "#ffffff")).isLessThan(TEXT);
  }

  @Test
  void a_weak_pair_is_seen() {
    var sheet =
        new StyleSheet(
            ":root{--hb-ink: #777777;--hb-card: #ffffff}@media x{:root{--hb-card: #000000}}");
    var weak = new ArrayList<String>();
    check(sheet.colours(Set.of(":root"), Set.of()), "ink", "card", TEXT, weak);
    assertThat(weak).containsExactly("ink on card: 4.48, not 4.5");
    assertThat(sheet.colours(Set.of(":root"), Set.of("x"))).containsEntry("--hb-card", "#000000");
  }
}
