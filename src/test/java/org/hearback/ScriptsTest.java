package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts are programs: somebody reads them over. */
class ScriptsTest {

  @Test
  void shellcheck_finds_nothing_in_any_script() throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Debian.program("shellcheck", "shellcheck").toString(), "-x", "-P", "SCRIPTDIR"));
    scripts().forEach(script -> command.add(script.toString()));
    assertThat(scripts()).hasSizeGreaterThan(10);
    assertThat(Script.run(Map.of(), "", command).well()).isEmpty();
  }

  @Test
  void a_script_that_is_wrong_is_seen() throws Exception {
    var wrong =
        Files.writeString(
            Files.createDirectories(Path.of("target/scripts")).resolve("wrong"),
            "#!/usr/bin/env bash\nrm -rf $1/*\n");
    Script.run(Map.of(), Debian.program("shellcheck", "shellcheck").toString(), wrong.toString())
        .refused("SC2086");
  }

  @Test
  void every_script_stops_at_the_first_failure_and_can_be_run() {
    assertThat(scripts())
        .allSatisfy(script -> {
          assertThat(Tree.read(script)).containsAnyOf("set -euo pipefail", "/setup.sh\"");
          assertThat(Files.isExecutable(script)).isTrue();
        });
  }

  private static List<Path> scripts() {
    var scripts = new ArrayList<Path>();
    for (var folder : List.of("infra", ".ci")) {
      for (var file : Tree.files(folder)) {
        var first = Tree.text(file).filter(lines -> !lines.isEmpty()).map(List::getFirst);
        if (first.filter(line -> line.startsWith("#!") && line.contains("bash")).isPresent()) {
          scripts.add(file);
        }
      }
    }
    return scripts;
  }
}
