package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJobTest {
  private static final String HEADER =
      "cina_assessment_id,cina_person_id,cina_assessment_auth_date,cina_assessment_team\n";

  @Test
  void a_file_is_taken_once_it_is_still_and_moved_where_it_belongs(@TempDir Path folder)
      throws Exception {
    try (var vault = new VaultContext(Map.of("hearback.import.folder", folder.toString()))) {
      var job = vault.context.getBean(ImportJob.class);
      var file = folder.resolve("ssd_cin_assessments_2026-11-24.csv");
      Files.writeString(folder.resolve("ssd_person.csv.part"), "half");
      Files.writeString(folder.resolve("ssd_address.csv"), "a,b\n");
      Files.writeString(file, HEADER + "a1,c1,2026-11-20,FH-N1\n");
      job.run();
      assertThat(file).as("seen for the first time").exists();
      Files.writeString(file, HEADER + "a1,c1,2026-11-20,FH-N1\na2,c2,2026-11-20,FH-N1\n");
      job.run();
      assertThat(file).as("still growing").exists();
      job.run();
      assertThat(file).doesNotExist();
      assertThat(names(folder.resolve("done")))
          .containsExactly("ssd_cin_assessments_2026-11-24.csv");
      assertThat(names(folder.resolve("failed"))).containsExactly("ssd_address.csv");
      assertThat(names(folder)).containsExactly("done", "failed", "ssd_person.csv.part");
      assertThat(vault.database.column("SELECT COUNT(*) FROM vault.milestone_event"))
          .containsExactly("2");

      Files.writeString(file, HEADER + "a1,c1,2026-11-20,FH-N1\n");
      job.run();
      job.run();
      assertThat(names(folder.resolve("done")))
          .containsExactly(
              "2_ssd_cin_assessments_2026-11-24.csv", "ssd_cin_assessments_2026-11-24.csv");
      vault.now("2026-12-02T12:00:00Z");
      job.run();
      assertThat(names(folder.resolve("done"))).as("a week later").isEmpty();
      assertThat(names(folder.resolve("failed"))).isEmpty();
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
