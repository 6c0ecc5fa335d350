package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is too long to be read at once is cut up. */
class SizeTest {
  private static final int FILE_LINES_MAX = 300;
  private static final int METHOD_LINES_MAX = 60;

  @Test
  void no_file_is_longer_than_a_few_screens() {
    var tooLong =
        Tree.files("src/main", ".java").stream()
            .filter(file -> Tree.read(file).lines().count() > FILE_LINES_MAX)
            .toList();
    assertThat(tooLong).as("longer than %d lines", FILE_LINES_MAX).isEmpty();
  }

  @Test
  void no_method_is_longer_than_a_screen() throws IOException {
    assertThat(longerThan(METHOD_LINES_MAX, Tree.files("src/main", ".java")))
        .as("longer than %d lines", METHOD_LINES_MAX)
        .isEmpty();
  }

  @Test
  void a_long_method_is_seen() throws IOException {
    assertThat(longerThan(4, List.of(Path.of("src/test/java/org/hearback/SizeTest.java"))))
        .anySatisfy(line -> assertThat(line).contains("longerThan"));
  }

  private static List<String> longerThan(int lines, List<Path> files) throws IOException {
    var javac = ToolProvider.getSystemJavaCompiler();
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var task = (JavacTask) javac.getTask(null, manager, null, List.of("-proc:none"), null, units);
      var positions = Trees.instance(task).getSourcePositions();
      var found = new ArrayList<String>();
      for (var unit : task.parse()) {
        unit.accept(
            new TreeScanner<Void, CompilationUnitTree>() {
              @Override
              public Void visitMethod(MethodTree method, CompilationUnitTree in) {
                long from = in.getLineMap().getLineNumber(positions.getStartPosition(in, method));
                long to = in.getLineMap().getLineNumber(positions.getEndPosition(in, method));
                if (to - from + 1 > lines) {
                  found.add(
                      in.getSourceFile().getName()
                          + " "
                          + method.getName()
                          + ": "
                          + (to - from + 1));
                }
                return super.visitMethod(method, in);
              }
            },
            unit);
      }
      return found;
    }
  }
}
