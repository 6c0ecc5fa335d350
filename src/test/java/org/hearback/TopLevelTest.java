package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody sees who opens this repository: seven names, and two commands. */
class TopLevelTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```[^\\n]*\\n(.*?)^```$");

  @Test
  void the_top_level_holds_exactly_seven_names_beside_dotfiles() {
    assertThat(Tree.top().filter(name -> !name.startsWith(".")))
        .containsExactly("LICENSE", "README.md", "forms", "i18n", "infra", "pom.xml", "src");
  }

  @Test
  void the_readme_begins_with_two_commands_of_one_line() {
    assertThat(commands()).allSatisfy(command -> assertThat(command.lines()).hasSize(1));
    assertThat(commands().getFirst()).startsWith("mvn ").contains("exec:exec");
  }

  @Test
  void the_integration_runs_exactly_the_second_command() {
    var script = Tree.read(Path.of(".ci/run")).lines().toList();
    assertThat(script.getLast()).isEqualTo(commands().get(1).strip());
    assertThat(script).first().isEqualTo("#!/usr/bin/env bash");
    assertThat(script).contains("set -euo pipefail");
    assertThat(Files.isExecutable(Path.of(".ci/run"))).isTrue();
    assertThat(Tree.read(Path.of(".github/workflows/ci.yml"))).contains("run: .ci/run");
  }

  @Test
  void the_readme_is_short() {
    assertThat(Tree.read(Path.of("README.md")).lines().count()).isLessThanOrEqualTo(150);
  }

  @Test
  void a_decision_is_a_page() {
    assertThat(
            Tree.files("src/doc/adr", ".md").stream()
                .filter(file -> Tree.read(file).length() > 4_500))
        .as("longer than a page; only the index and the table of dependencies may be")
        .allSatisfy(file -> assertThat(file.toString()).containsAnyOf("dependencies", "README"));
  }

  @Test
  void every_decision_stands_in_the_index() {
    var index = Tree.read(Path.of("src/doc/adr/README.md"));
    assertThat(Tree.files("src/doc/adr", ".md").stream().map(file -> file.getFileName().toString()))
        .filteredOn(name -> !name.equals("README.md"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
  }

  @Test
  void every_dependency_has_its_line_in_the_decisions() {
    var decisions =
        Tree.files("src/doc/adr", ".md").stream()
            .filter(file -> file.toString().contains("dependencies"))
            .map(Tree::read)
            .findFirst()
            .orElse("");
    assertThat(dependencies())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(decisions).contains("`" + name + "`"));
  }

  private static List<String> commands() {
    return BLOCK
        .matcher(Tree.read(Path.of("README.md")))
        .results()
        .map(found -> found.group(1))
        .limit(2)
        .toList();
  }

  private static List<String> dependencies() {
    var pom =
        Tree.read(Path.of("pom.xml"))
            .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
    return Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>")
        .matcher(pom)
        .results()
        .map(found -> found.group(1) + ":" + found.group(2))
        .distinct()
        .toList();
  }

  @Test
  void the_pictures_of_the_readme_are_there() {
    var pictures =
        Pattern.compile("\\]\\((src/doc/pictures/[^)]+)\\)")
            .matcher(Tree.read(Path.of("README.md")));
    assertThat(pictures.results().map(at -> Path.of(at.group(1))).toList())
        .isNotEmpty()
        .allMatch(java.nio.file.Files::isRegularFile);
  }
}
