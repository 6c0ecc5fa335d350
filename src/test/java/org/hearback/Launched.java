package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as somebody starts it from a shell, without anything of the tests on its class path.
 */
final class Launched implements AutoCloseable {
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
    var classPath = System.getProperty("service.classpath");
    assertThat(classPath).as("the class path of exec:exec; Maven gives it").isNotBlank();
    return launch(properties, List.of("-cp", classPath, "org.hearback.Main"), arguments);
  }

  static Launched jar(Path jar, Map<String, String> properties, String... arguments)
      throws IOException {
    return launch(properties, List.of("-jar", jar.toString()), arguments);
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
            "-XX:TieredStopAtLevel=1",
            "-Dhearback.http.port=" + port));
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(program);
    command.addAll(List.of(arguments));
    var folder = Files.createDirectories(Path.of("target/launched"));
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
