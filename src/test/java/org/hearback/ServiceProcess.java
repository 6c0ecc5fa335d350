package org.hearback;

import java.io.IOException;
import java.net.ServerSocket;
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

/** The service as an operator runs it: a process of its own, that can be killed. */
public final class ServiceProcess implements AutoCloseable {
  private final Process process;
  private final URI address;
  private final Path log;

  private ServiceProcess(Process process, URI address, Path log) {
    this.process = process;
    this.address = address;
    this.log = log;
  }

  /**
   * Starts and waits until it answers.
   *
   * @param properties system properties of the service
   */
  public static ServiceProcess start(String name, int port, Map<String, String> properties)
      throws IOException, InterruptedException {
    var service = launch(name, port, properties);
    service.awaitUp(Duration.ofSeconds(90));
    return service;
  }

  /** Starts and does not wait. */
  public static ServiceProcess launch(String name, int port, Map<String, String> properties)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:+UseSerialGC");
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-Dhearback.http.port=" + port);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.hearback.Main"));
    var log = Files.createDirectories(Path.of("target/services")).resolve(name + ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new ServiceProcess(process, URI.create("http://127.0.0.1:" + port), log);
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public URI address() {
    return address;
  }

  public Process process() {
    return process;
  }

  /** Everything the service has said. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public void awaitUp(Duration patience) throws IOException, InterruptedException {
    await("/withdraw", patience);
  }

  /** Waits until a page is there. */
  public void await(String page, Duration patience) throws IOException, InterruptedException {
    var client = HttpClient.newHttpClient();
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      try {
        var request = HttpRequest.newBuilder(address.resolve(page)).build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not listening yet
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the service does not answer; it said:\n" + log());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
