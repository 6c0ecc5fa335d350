package org.hearback;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hearback.journey.Import;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the service: {@code java -jar hearback.jar}. With a JDBC address configured it uses that
 * database, with nothing configured it is a try-out. {@code import FILE...} takes in files and
 * ends.
 */
final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int REFUSED = 78; // EX_CONFIG of sysexits.h

  private Main() {}

  static void main(String[] args) {
    try {
      var house = new House();
      Runtime.getRuntime().addShutdownHook(new Thread(house::close, "close"));
      if (args.length > 0 && args[0].equals("import")) {
        house.importFiles(Arrays.stream(args).skip(1).map(Path::of).toList());
        System.exit(0);
      }
      house.open();
    } catch (StartRefused e) {
      System.err.println("Hearback does not start: " + e.getMessage());
      System.exit(REFUSED);
    } catch (RuntimeException e) {
      LOG.error("Hearback does not start", e);
      System.exit(1);
    }
  }

  /** The running service with what it stands on. */
  private static final class House implements AutoCloseable {
    private final ApplicationContext context = ApplicationContext.builder().build();
    private Optional<Unconfigured> tryOut = Optional.empty();

    void open() {
      prepare();
      context.start();
      StartChecks.of(context).check(tryOut.isPresent());
      var server = context.getBean(EmbeddedServer.class).start();
      LOG.info("Hearback answers at {}", server.getURI());
      tryOut.ifPresent(unconfigured -> unconfigured.opened(context));
    }

    void importFiles(List<Path> files) {
      prepare();
      context
          .getEnvironment()
          .addPropertySource(PropertySource.of(Map.of("hearback.jobs.enabled", false)));
      context.start();
      var importer = context.getBean(Import.class);
      for (var file : files) {
        System.out.println(importer.file(file));
      }
    }

    private void prepare() {
      var environment = context.getEnvironment().start();
      if (!environment.containsProperty("hearback.database.url")) {
        tryOut = ServiceLoader.load(Unconfigured.class).findFirst();
        var stand =
            tryOut.orElseThrow(() ->
                new StartRefused(
                    "hearback.database.url is not set, and this jar brings no database"));
        environment.addPropertySource(
            MapPropertySource.of("try-out", new HashMap<>(stand.start())));
      } else {
        Required.check(environment);
      }
      var database = Required.database(environment);
      database.migrate();
      database.check(environment.getProperty("hearback.window-days", Integer.class, 14));
    }

    @Override
    public void close() {
      context.close();
      tryOut.ifPresent(Unconfigured::close);
    }
  }
}
