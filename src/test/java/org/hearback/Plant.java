package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles a few lines that break a rule, so that a test can see the rule find them. They stand in
 * the house's own packages and never reach a class path: without annotation processing they become
 * no beans of any other test.
 */
final class Plant {
  private static final Path FOLDER = Path.of("target/planted");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^.*?\\b(?:class|interface|record|enum) (\\w+)");
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Shared, as it remembers the class path's jars. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, null, null);

  private Plant() {}

  /**
   * What the rule has to say about these sources, one line a finding; each source holds one type of
   * the top level.
   */
  private static List<String> findings(ArchRule rule, String... sources) {
    return rule.evaluate(classes(sources)).getFailureReport().getDetails();
  }

  static void found(ArchRule rule, String name, String... sources) {
    assertThat(findings(rule, sources)).anySatisfy(line -> assertThat(line).contains(name));
  }

  static void passed(ArchRule rule, String... sources) {
    assertThat(findings(rule, sources)).isEmpty();
  }

  private static JavaClasses classes(String... sources) {
    try {
      Files.createDirectories(FOLDER);
      var folder = Files.createTempDirectory(FOLDER, "p");
      var said = new StringWriter();
      var options =
          List.of(
              "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      var units = Arrays.stream(sources).map(Source::new).toList();
      if (!JAVAC.getTask(said, FILES, null, options, null, units).call()) {
        throw new IllegalArgumentException("the plant does not compile: " + said);
      }
      return new ClassFileImporter().importPath(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + path(text)), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    private static String path(String text) {
      return first(PACKAGE, text).replace('.', '/') + "/" + first(TYPE, text) + ".java";
    }

    private static String first(Pattern pattern, String text) {
      return pattern
          .matcher(text)
          .results()
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("a plant without " + pattern))
          .group(1);
    }
  }
}
