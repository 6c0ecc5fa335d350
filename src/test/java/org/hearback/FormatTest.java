package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Every Java file stands as google-java-format writes it, imports included. {@code -Dformat=write}
 * writes them so. It runs in the tests' own JVM because the formatter needs the JDK that can read
 * these sources, and Maven may run on an older one.
 */
class FormatTest {
  private static final String MEND = "mvn -B -ntp -q test -Dtest=FormatTest -Dformat=write";

  private final Formatter formatter = new Formatter();

  @Test
  void every_file_stands_as_the_formatter_writes_it() throws IOException, FormatterException {
    boolean write = "write".equals(System.getProperty("format"));
    var odd = new ArrayList<Path>();
    for (var file : Tree.files("src", ".java")) {
      var now = Tree.read(file);
      var then = formatted(file, now);
      if (!then.equals(now)) {
        odd.add(file);
        if (write) {
          Files.writeString(file, then);
        }
      }
    }
    if (!write) {
      assertThat(odd).as("not formatted; this mends it: %s", MEND).isEmpty();
    }
  }

  @Test
  void a_file_that_is_not_formatted_is_seen() throws FormatterException {
    var odd =
        "package a;\n"
            + "import c.C;\n"
            + "import b.B;\n"
            + "class C{ int m(Object o){ return o instanceof B(var _) ?1:2; } }\n";
    var even =
        """
        package a;

        import b.B;

        class C {
          int m(Object o) {
            return o instanceof B(var _) ? 1 : 2;
          }
        }
        """;
    assertThat(formatter.formatSourceAndFixImports(odd)).isEqualTo(even);
  }

  private String formatted(Path file, String source) throws FormatterException {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new FormatterException(file + ": " + e.getMessage());
    }
  }
}
