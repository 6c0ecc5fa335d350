package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {

  @Test
  void a_skipped_test_is_a_fault_and_so_is_no_test_at_all(@TempDir Path folder) throws Exception {
    write(folder, "org.hearback.OneTest", 3, 0);
    assertThat(TestReports.fault(TestReports.suites(folder, Instant.EPOCH))).isEmpty();
    write(folder, "org.hearback.LazyTest", 2, 1);
    assertThat(TestReports.fault(TestReports.suites(folder, Instant.EPOCH)))
        .contains("org.hearback.LazyTest")
        .doesNotContain("OneTest");
    assertThat(TestReports.fault(List.of())).isNotEmpty();
  }

  @Test
  void a_report_of_an_earlier_build_does_not_count(@TempDir Path folder) throws Exception {
    write(folder, "org.hearback.OldTest", 3, 1);
    assertThat(TestReports.suites(folder, Instant.now().plusSeconds(5))).isEmpty();
  }

  private static void write(Path folder, String name, int tests, int skipped) throws Exception {
    Files.writeString(
        folder.resolve("TEST-" + name + ".xml"),
        "<testsuite name=\"%s\" tests=\"%d\" errors=\"0\" skipped=\"%d\" failures=\"0\"/>"
            .formatted(name, tests, skipped));
  }
}
