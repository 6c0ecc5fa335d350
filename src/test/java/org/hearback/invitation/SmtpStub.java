package org.hearback.invitation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that answers as it is told, by the first word of what it hears; {@code "."} is the
 * end of the content. An empty answer hangs up.
 */
final class SmtpStub implements AutoCloseable {
  private static final Map<String, String> KIND =
      Map.of(
          "greeting", "220 stub",
          "EHLO", "250 stub",
          "MAIL", "250 ok",
          "RCPT", "250 ok",
          "DATA", "354 go on",
          ".", "250 taken",
          "RSET", "250 ok",
          "QUIT", "221 bye");

  final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerSocket door;
  private final Map<String, String> answers;

  SmtpStub(Map<String, String> answers) throws IOException {
    this.answers = answers;
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("smtp stub").start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (var socket = door.accept()) {
        talk(socket);
      } catch (IOException e) {
        // hung up, by one side or the other
      }
    }
  }

  private void talk(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    boolean content = false;
    if (!say(socket, "greeting")) {
      return;
    }
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (content && !line.equals(".")) {
        continue;
      }
      var word = line.split(" ")[0].toUpperCase(Locale.ROOT);
      heard.add(word);
      if (!say(socket, word)) {
        return;
      }
      content = word.equals("DATA") && answer(word).startsWith("354");
    }
  }

  private boolean say(Socket socket, String word) throws IOException {
    var answer = answer(word);
    if (answer.isEmpty()) {
      return false;
    }
    socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  private String answer(String word) {
    return answers.getOrDefault(word, KIND.getOrDefault(word, "500 what"));
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
