package org.hearback.tryout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The phones of people in the sample council: they open a link and send the form, over HTTP like
 * everybody, a few at the same time. Safe for any thread.
 */
final class SampleRespondent {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]*)\"");
  private static final int HANDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI house;

  SampleRespondent(URI house) {
    this.house = house;
  }

  /** What somebody fills in, and by which link. */
  record Reply(String path, Map<String, List<String>> fields) {
    @Override
    public String toString() {
      return "Reply[hidden]";
    }
  }

  /** Who finds the form closed, or somebody's answer there before theirs, gives up. */
  void answer(List<Reply> replies) throws IOException, InterruptedException {
    try (var hands = Executors.newFixedThreadPool(HANDS)) {
      for (var sent : hands.invokeAll(replies.stream().map(this::sending).toList())) {
        sent.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("an answer of the sample could not be sent", e.getCause());
    }
  }

  private Callable<Boolean> sending(Reply reply) {
    return () -> answer(reply.path(), reply.fields());
  }

  /** Whether the thank-you page came back. */
  private boolean answer(String path, Map<String, List<String>> fields)
      throws IOException, InterruptedException {
    var page = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    var nonce = NONCE.matcher(page.body());
    if (page.statusCode() != 200 || !nonce.find()) {
      return false; // nobody reads just now, or somebody has answered
    }
    var body = new ArrayList<String>();
    body.add("nonce=" + encoded(nonce.group(1)));
    fields.forEach(
        (name, values) -> values.forEach(value -> body.add(encoded(name) + "=" + encoded(value))));
    var sent =
        client.send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body)))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    return sent.statusCode() == 200;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(house.resolve(path))
        .header("Accept", "text/html")
        .timeout(PATIENCE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
