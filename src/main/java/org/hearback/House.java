package org.hearback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.hearback.access.ApiKeys;
import org.hearback.journey.Import;
import org.hearback.journey.ImportReport;
import org.hearback.safeguarding.HeadRecipients;
import org.hearback.theme.IndexFolder;
import org.hearback.theme.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service with what it stands on. Opened once; closed by the thread that ends the
 * process, whatever state it is in by then.
 */
final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);

  private final ApplicationContext context = ApplicationContext.builder().build();
  private volatile Optional<Unconfigured> tryOut = Optional.empty();

  /** Starts everything and answers until the process is told to end. */
  void open() {
    prepare();
    context.start();
    StartChecks.of(context).check(tryOut.isPresent());
    tryOut.ifPresent(unconfigured -> unconfigured.furnish(context));
    if (tryOut.isEmpty() && !context.containsBean(HeadRecipients.class)) {
      LOG.warn("nobody outside is told the head of the audit: hearback.audit.head-to is not set");
    }
    var server = answering();
    LOG.info("Hearback answers at {}", server.getURI());
    tryOut.ifPresent(unconfigured -> unconfigured.opened(server.getURI().toString()));
  }

  private EmbeddedServer answering() {
    var server = context.getBean(EmbeddedServer.class);
    try {
      return server.start();
    } catch (ServerStartupException e) {
      throw new StartRefused(
          "nothing can be answered at hearback.http.host and hearback.http.port: "
              + e.getMessage());
    }
  }

  /** Takes in files without opening the door; says whether every file went in. */
  boolean importFiles(List<Path> files) {
    openQuietly();
    var importer = context.getBean(Import.class);
    boolean all = true;
    for (var file : files) {
      all &= told(importer.file(file));
    }
    return all;
  }

  /** Does what {@code api-key} is asked, without opening the door. */
  void apiKey(List<String> arguments) {
    openQuietly();
    System.out.println(new ApiKeyCommand(context.getBean(ApiKeys.class)).run(arguments));
  }

  /** Checks or reads the record of who did what, without opening the door; whether all is well. */
  boolean audit(List<String> arguments) {
    openQuietly();
    // What is read may be in any language, whatever this machine speaks.
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    return AuditCommand.of(context, out::println).run(arguments);
  }

  /** Hides comments again that a restored backup shows; whether each was there to be hidden. */
  boolean hide(List<String> arguments) {
    openQuietly();
    return new HideCommand(context.getBean(Reports.class), System.out::println).run(arguments);
  }

  /** For a command beside the running service: nothing is answered, no job runs. */
  private void openQuietly() {
    prepare();
    context
        .getEnvironment()
        .addPropertySource(
            PropertySource.of("command", Map.of("hearback.jobs.enabled", false), 1_000));
    context.start();
  }

  /** Has the running service beside it make its index anew. */
  void reindex() {
    openQuietly();
    context.getBean(IndexFolder.class).askAnew();
    System.out.println(
        "The service on this folder begins to make its index anew within ten seconds, or when it"
            + " starts. What it has is searched meanwhile.");
  }

  private static boolean told(ImportReport report) {
    System.out.println(
        switch (report) {
          case ImportReport.Refused(var file, var reason) -> file + ": refused, " + reason;
          case ImportReport.Taken(var file, int lines, int changed, int same, int odd) ->
              "%s: %d lines, %d changed, %d unchanged, %d quarantined"
                  .formatted(file, lines, changed, same, odd);
        });
    return report instanceof ImportReport.Taken;
  }

  private void prepare() {
    var environment = context.getEnvironment().start();
    environment
        .getProperty("hearback.secrets.folder", Path.class)
        .map(folder -> MapPropertySource.of("secrets", new SecretFiles(folder).read()))
        .ifPresent(environment::addPropertySource);
    if (environment.containsProperty("hearback.database.url")) {
      Required.check(environment);
    } else {
      var stand =
          ServiceLoader.load(Unconfigured.class)
              .findFirst()
              .orElseThrow(() ->
                  new StartRefused(
                      "hearback.database.url is not set, and this jar brings no database"));
      tryOut = Optional.of(stand);
      environment.addPropertySource(MapPropertySource.of("try-out", new HashMap<>(stand.start())));
    }
    var database = Required.database(environment);
    database.reach();
    database.migrate();
    database.check(environment.getProperty("hearback.window-days", Integer.class, 14));
  }

  @Override
  public void close() {
    context.close();
    tryOut.ifPresent(Unconfigured::close);
  }
}
