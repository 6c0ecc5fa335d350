package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hearback.journey.Audience;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static final Path FOLDER = Path.of("forms");
  private final Forms forms = new Forms();

  @Test
  void every_form_file_is_published_and_unchanged_since() throws IOException {
    var published = Files.readAllLines(FOLDER.resolve("published.sha256"));
    try (var files = Files.walk(FOLDER)) {
      var hashes =
          files
              .filter(file -> file.getFileName().toString().matches("[0-9]+\\.yml"))
              .map(FormsTest::line)
              .sorted()
              .toList();
      assertThat(published.stream().sorted().toList())
          .as("cd forms && sha256sum */[0-9]*.yml > published.sha256, for a new version only")
          .isEqualTo(hashes);
    }
  }

  @Test
  void the_published_forms_never_change() {
    assertThat(Resources.sha256(Resources.bytes("forms/assessment-parent/1.yml")))
        .isEqualTo("652a8f11a28168af8b4989fe8e3c22ceeddc261209bb3a0e9dcbfb674e7dc6b8");
    assertThat(Resources.sha256(Resources.bytes("forms/conference-young-person/1.yml")))
        .isEqualTo("8639ed1b738e50ba981c913551db43200b9097d3e2cd944786da94d513fb654b");
    assertThat(Resources.sha256(Resources.bytes("forms/closure-staff/1.yml")))
        .isEqualTo("64e55a7d559ffe47ec3bce77c9bf019f53589b4c3610c22bd1415963ee7ccd53");
    assertThat(Resources.sha256(Resources.bytes("forms/conference-partner/1.yml")))
        .isEqualTo("21e67c6b53f91eb0c21b6bdc67ee24f27a9d2e7e5bd3b03ce4fd27eb8ff16e50");
  }

  @Test
  void danger_answers_are_those_of_the_form_set() {
    assertThat(dangers("assessment-parent")).isEqualTo("since.worse=AMBER");
    assertThat(dangers("conference-young-person"))
        .isEqualTo("others.yes=AMBER others.a-bit=AMBER now.less-safe=AMBER now.not-safe=RED");
    assertThat(dangers("closure-staff")).isEqualTo("ending.strongly-disagree=AMBER");
    assertThat(dangers("conference-partner")).isEqualTo("worry.yes=AMBER worry.a-bit=AMBER");
  }

  @Test
  void a_form_is_found_by_name_and_version() {
    var form = forms.latest("conference-young-person");
    assertThat(form.audience()).isEqualTo(Audience.YOUNG_PERSON);
    assertThat(forms.find("conference-young-person", form.version())).contains(form);
    assertThat(forms.find("conference-young-person", 99)).isEmpty();
    assertThatThrownBy(() -> forms.latest("nothing")).isInstanceOf(IllegalArgumentException.class);
  }

  private String dangers(String name) {
    return forms.latest(name).questions().stream()
        .flatMap(question ->
            question.options().stream()
                .filter(option -> option.danger() != Option.Danger.NONE)
                .map(it -> question.key() + "." + it.key() + "=" + it.danger()))
        .collect(Collectors.joining(" "));
  }

  private static String line(Path file) {
    try {
      var path = FOLDER.relativize(file).toString().replace('\\', '/');
      return Resources.sha256(Files.readAllBytes(file)) + "  " + path;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
