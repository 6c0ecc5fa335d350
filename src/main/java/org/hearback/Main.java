package org.hearback;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the service: {@code java -jar hearback.jar}. With a JDBC address configured it uses that
 * database, with nothing configured it is a try-out. {@code import FILE...} takes in files and
 * ends; {@code keys FOLDER [AUDITOR_FOLDER]} makes the keys that a first start needs and ends;
 * {@code api-key} makes, lists and revokes the keys of machines and ends; {@code audit} checks or
 * reads the record of who did what and ends; {@code hide COMMENT...} hides comments that a restored
 * backup shows again and ends; {@code reindex} has the running service make its index anew and
 * ends; {@code health [ADDRESS]} asks the running service and ends. Ends with 78 when something has
 * to be configured first, 1 when something failed, 2 when the command is none.
 */
final class Main {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int REFUSED = 78; // EX_CONFIG of sysexits.h

  // Held, as the JDK forgets the level of a logger that nobody holds. Search is fast enough without
  // those modules.
  private static final java.util.logging.Logger VECTORS =
      java.util.logging.Logger.getLogger(
          "org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Main() {}

  static void main(String[] args) {
    // Stored moments are UTC and zoneless; wherever this node stands must not matter.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.setProperty("user.timezone", "UTC");
    VECTORS.setLevel(java.util.logging.Level.SEVERE);
    try {
      run(args);
    } catch (StartRefused | Unconfigured.Busy e) {
      System.err.println("Hearback does not start: " + e.getMessage());
      System.exit(REFUSED);
    } catch (RuntimeException e) {
      log().error("Hearback does not start", e);
      System.exit(FAILED);
    }
  }

  private static void run(String[] args) {
    var more = Arrays.stream(args).skip(1).toList();
    switch (args.length == 0 ? "" : args[0]) {
      case "" -> house().open();
      case "import" -> System.exit(taken(paths(more)) ? 0 : FAILED);
      case "keys" -> {
        FirstKeys.in(paths(more)).make();
        System.exit(0);
      }
      case "api-key" -> {
        house().apiKey(more);
        System.exit(0);
      }
      case "reindex" -> {
        house().reindex();
        System.exit(0);
      }
      case "hide" -> System.exit(house().hide(more) ? 0 : FAILED);
      case "audit" -> System.exit(house().audit(more) ? 0 : FAILED);
      case "health" -> System.exit(up(more) ? 0 : FAILED);
      default -> {
        System.err.println(
            "Usage: [import FILE... | keys FOLDER [AUDITOR_FOLDER]"
                + " | api-key NAME SCOPES | api-key list | api-key revoke NAME"
                + " | audit verify [--head NO:HEX] | audit read --key FILE [--from DAY] [--to DAY]"
                + " | hide COMMENT... | reindex | health [ADDRESS]]");
        System.exit(MISUSED);
      }
    }
  }

  private static boolean up(List<String> arguments) {
    return HealthCommand.of(arguments.isEmpty() ? "http://127.0.0.1:8080" : arguments.getFirst())
        .up();
  }

  private static List<Path> paths(List<String> arguments) {
    return arguments.stream().map(Path::of).toList();
  }

  private static boolean taken(List<Path> files) {
    if (files.isEmpty()) {
      throw new StartRefused("import needs the names of files");
    }
    return house().importFiles(files);
  }

  private static House house() {
    var house = new House();
    Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close"));
    return house;
  }

  /** Not a constant: the zone has to be set before the log writes its first line. */
  private static Logger log() {
    return LoggerFactory.getLogger(Main.class);
  }
}
