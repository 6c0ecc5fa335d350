package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * The program as somebody starts it from a shell, without anything of the tests on its class path.
 */
final class Launched implements AutoCloseable {
  private static final Path RUNS = Path.of("target/launched");

  /** Of one that ends soon: what runs a few times is compiled quickly or not at all. */
  private static final String SHORT = "-XX:TieredStopAtLevel=1";

  /**
   * Of one that goes on for minutes: compiled well is what is very hot, the hash of a password
   * above all, which takes a second without.
   */
  private static final List<String> LONG =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final int port;
  private final Path out;
  private final Path err;

  private Launched(Process process, int port, Path out, Path err) {
    this.process = process;
    this.port = port;
    this.out = out;
    this.err = err;
  }

  /** How a process ended, and what it said. */
  record Ended(int code, String out, String err) {}

  static Launched classes(Map<String, String> properties, String... arguments) throws IOException {
    return classes(properties, List.of(SHORT), arguments);
  }

  /** The same, to be used for minutes. */
  static Launched forLong(Map<String, String> properties) throws IOException {
    return classes(properties, LONG);
  }

  private static Launched classes(
      Map<String, String> properties, List<String> flags, String... arguments) throws IOException {
    var program = new ArrayList<>(flags);
    program.addAll(Warm.FLAGS);
    program.add("org.hearback.Main");
    return launch(properties, program, arguments);
  }

  /**
   * What {@code exec:exec} starts, its classes in a jar and already read as the machine wants them:
   * a start costs a third of the processor's time. Made once in a process of tests.
   */
  private static final class Warm {
    static final List<String> FLAGS = flags();

    private static List<String> flags() {
      var classPath = System.getProperty("service.classpath");
      assertThat(classPath).as("the class path of exec:exec; Maven gives it").isNotBlank();
      int end = classPath.indexOf(File.pathSeparator);
      try {
        var folder = Files.createTempDirectory(Files.createDirectories(RUNS), "warm");
        var jar = folder.resolve("classes.jar").toAbsolutePath().toString();
        var made =
            ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "cf", jar, "-C", classPath.substring(0, end), ".");
        assertThat(made).isZero();
        var started = List.of("-cp", jar + classPath.substring(end));
        var archive = folder.resolve("classes.jsa").toAbsolutePath();
        var program = new ArrayList<>(started);
        program.add(SHORT);
        program.add("-XX:ArchiveClassesAtExit=" + archive);
        program.add("org.hearback.Main");
        var properties = new HashMap<>(TestDatabase.shared().configuration());
        properties.remove("hearback.http.port");
        // refused for its log, after all that comes before the first page
        try (var refused = launch(properties, program)) {
          assertThat(refused.ended().code()).isEqualTo(78);
        }
        assertThat(archive).exists();
        var flags = new ArrayList<>(started);
        flags.add("-XX:SharedArchiveFile=" + archive);
        return List.copyOf(flags);
      } catch (Exception e) {
        throw new IllegalStateException("the program cannot be started once", e);
      }
    }
  }

  static Launched jar(Path jar, Map<String, String> properties, String... arguments)
      throws IOException {
    return launch(properties, List.of(SHORT, "-jar", jar.toString()), arguments);
  }

  private static Launched launch(
      Map<String, String> properties, List<String> program, String... arguments)
      throws IOException {
    int port = ServiceProcess.freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Dhearback.http.port=" + port));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(program);
    command.addAll(List.of(arguments));
    var folder = Files.createDirectories(RUNS);
    var out = Files.createTempFile(folder, "run", ".out");
    var err = Files.createTempFile(folder, "run", ".err");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Launched(process, port, out, err);
  }

  /** Waits until it ends by itself. */
  Ended ended() throws IOException, InterruptedException {
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Waits until it answers. */
  Launched up() throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      try {
        if (get("/health").statusCode() == 200) {
          return this;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(50);
    }
    close();
    throw new IllegalStateException(
        "it does not answer; it said:\n" + Files.readString(out) + Files.readString(err));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Accept", "text/html,*/*;q=0.8")
            .timeout(Duration.ofSeconds(30))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM; waits for the end. */
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends when told to").isTrue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
