package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers as people of every age might give them, without any contact record. */
class SampleAnswersTest {
  private final Redactor redactor = new Redactor();

  @TestFactory
  Stream<DynamicTest> an_answer_loses_what_points_to_somebody_and_nothing_else()
      throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/anonymity/sample-answers.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" → "))
        .map(
            line -> DynamicTest.dynamicTest(line[0], () -> leaves(line[0], line[line.length - 1])));
  }

  private void leaves(String answer, String left) {
    var spans = redactor.find(answer, "en", KnownNames.none());
    assertThat(Redactor.apply(answer, spans).value()).isEqualTo(left);
  }
}
