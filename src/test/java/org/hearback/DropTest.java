package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.hearback.invitation.LinkToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sixty clients, in the full run two hundred, begin a request and fall silent, or drop it:
 * everybody else is served as before, all the while and afterwards, and none of them leaves
 * anything behind.
 */
class DropTest {
  private static final int PAGES = 50;
  private static final int SENDS = 20;

  /**
   * Who is silent.
   *
   * @param clients how many
   * @param idleSeconds when the server lets them go
   * @param patientSeconds the same, long enough for a slow machine to answer before the silence all
   *     that so many ask
   */
  record Crowd(int clients, int idleSeconds, int patientSeconds) {}

  /**
   * So many of the others are served before the first silent one is let go: nobody waits for it.
   */
  private static final int MEANWHILE = 10;

  private static final int UNREAD = 40;

  private static final Pattern SHEET = Pattern.compile("/assets/office[^\"]+css");

  private final List<Socket> silent = new ArrayList<>();
  private final Crowd crowd = crowd();
  private int idle = crowd.idleSeconds();
  private long since;
  private long lastRead;
  private TestHouse house;
  private Phone phone;

  /** Who is silent here. */
  Crowd crowd() {
    return new Crowd(60, 5, 15);
  }

  @BeforeEach
  void open() throws Exception {
    house =
        TestHouse.on(TestDatabase.shared(), Map.of("micronaut.server.idle-timeout", idle + "s"));
    phone = new Phone(house.address());
    others();
  }

  @AfterEach
  void close() throws IOException {
    for (var socket : silent) {
      socket.close();
    }
    house.close();
  }

  @Test
  void half_a_body_holds_up_nobody() throws Exception {
    for (var token : house.invited(crowd.clients())) {
      var body = "nonce=" + "x".repeat(50) + "&change=" + "x".repeat(1_000);
      begin(head(token) + "Content-Length: " + 2 * body.length() + "\r\n\r\n" + body);
    }
    everybodyElseIsServed();
  }

  @Test
  @Tag("full")
  void half_a_chunked_body_holds_up_nobody() throws Exception {
    for (var token : house.invited(crowd.clients())) {
      begin(head(token) + "Transfer-Encoding: chunked\r\n\r\n400\r\n" + "x".repeat(300));
    }
    everybodyElseIsServed();
  }

  @Test
  void half_the_headers_hold_up_nobody() throws Exception {
    for (var token : house.invited(crowd.clients())) {
      var head = head(token);
      begin(head.substring(0, head.length() / 2));
    }
    everybodyElseIsServed();
  }

  @Test
  void whoever_does_not_read_the_reply_holds_up_nobody() throws Exception {
    close();
    idle = crowd.patientSeconds();
    open();
    var sheet = SHEET.matcher(phone.get("/office/sign-in").body());
    assertThat(sheet.find()).isTrue();
    for (int client = 0; client < crowd.clients(); client++) {
      // More than the network keeps for a client who wants little of it: the server has to wait.
      // Few requests each, or the others would wait for honest work, not for the silent.
      begin(
          Raw.connect(house.address(), 4_096),
          ("GET " + sheet.group() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").repeat(UNREAD));
    }
    everybodyElseIsServed();
    long whole = (long) UNREAD * phone.get(sheet.group()).body().length();
    assertThat(lastRead).as("the server had to wait, and gave up").isLessThan(whole);
  }

  @Test
  @Tag("full")
  void the_office_is_as_patient() throws Exception {
    for (int client = 0; client < crowd.clients(); client++) {
      var path = client % 2 == 0 ? "/office/login" : "/office/clearing/x";
      begin(
          "POST "
              + path
              + " HTTP/1.1\r\n"
              + "Host: 127.0.0.1\r\n"
              + "Accept: text/html\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\n"
              + "Content-Length: 400\r\n\r\n"
              + "username=a");
    }
    everybodyElseIsServed();
  }

  private void everybodyElseIsServed() throws Exception {
    var before = count();
    assertThat(others()).isGreaterThanOrEqualTo(MEANWHILE);
    for (int client = 0; client < crowd.clients() / 2; client++) {
      silent.get(client).setSoLinger(true, 0); // as when a phone loses its network
      silent.get(client).close();
    }
    others();
    assertThat(count()).isEqualTo(before + 2 * SENDS);
    theSilentAreLetGo();
    others();
    assertThat(count()).isEqualTo(before + 3 * SENDS);
  }

  /** The server closes what has been silent for too long; a read that ends says so. */
  private void theSilentAreLetGo() throws IOException {
    for (var socket : silent.subList(crowd.clients() / 2, crowd.clients())) {
      socket.setSoTimeout((idle + 20) * 1_000);
      try {
        lastRead = 0;
        var some = new byte[8_192];
        for (int n = 0; n >= 0; n = socket.getInputStream().read(some)) {
          lastRead += n;
        }
      } catch (java.net.SocketTimeoutException e) {
        throw new AssertionError("a silent client is kept", e);
      } catch (IOException e) {
        // reset: closed as well
      }
    }
  }

  /** Fifty ordinary pages and twenty sends, several at a time: how many before the silent go. */
  private int others() throws Exception {
    var work = new ArrayList<Callable<Integer>>();
    for (var token : house.invited(PAGES)) {
      work.add(() -> phone.get("/" + token.secret()).statusCode());
    }
    for (var token : house.invited(SENDS)) {
      work.add(() ->
          phone
              .send(phone.open(token), Map.of("listened", "agree", "change", "As ever."))
              .statusCode());
    }
    var meanwhile = new AtomicInteger();
    work.replaceAll(one ->
        () -> {
          var status = one.call();
          if (System.nanoTime() - since < TimeUnit.SECONDS.toNanos(idle)) {
            meanwhile.incrementAndGet();
          }
          return status;
        });
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var status : threads.invokeAll(work)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
    return meanwhile.get();
  }

  private void begin(String text) throws IOException {
    begin(Raw.connect(house.address()), text);
  }

  private void begin(Socket socket, String text) throws IOException {
    since = silent.isEmpty() ? System.nanoTime() : since;
    silent.add(socket);
    Raw.write(socket, text);
  }

  private static String head(LinkToken token) {
    return "POST /"
        + token.secret()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n";
  }

  private int count() throws Exception {
    return house.database().column("SELECT id FROM bridge.envelope").size();
  }
}
