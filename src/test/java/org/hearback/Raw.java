package org.hearback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for what no decent client would send. */
final class Raw {
  private static final int PATIENCE_MS = 20_000;

  private Raw() {}

  static Socket connect(URI house) throws IOException {
    return connect(house, 65_536);
  }

  /** As a client that keeps no more than so many bytes of what it has not read. */
  static Socket connect(URI house, int kept) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(kept);
    socket.connect(
        new InetSocketAddress(InetAddress.getByName(house.getHost()), house.getPort()),
        PATIENCE_MS);
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** The whole reply, headers and all, to a target as it stands. */
  static String get(URI house, String target) throws IOException {
    try (var socket = connect(house)) {
      write(
          socket,
          "GET "
              + target
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
