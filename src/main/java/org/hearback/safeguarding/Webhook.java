package org.hearback.safeguarding;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearback.invitation.Postman;

/**
 * Tells another system of the council that something waits, as JSON by HTTPS. Who receives it can
 * tell that it is from here, and when it was sent, by a keyed hash in a header. No redirect is
 * followed. Safe for any thread.
 */
@Singleton
public final class Webhook {
  /** {@code t=<seconds since 1970>,v1=<hex>}: of the secret over {@code <t>.<body>}. */
  static final String SIGNATURE = "Hearback-Signature";

  private static final int SECRET_LENGTH_MIN = 32;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Pattern ALLOWED =
      Pattern.compile(
          "https://[^/@]+(/.*)?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/.*)?");

  private final String address;
  private final String secret;
  private final HttpClient client;

  /**
   * @param address empty where there is no such system
   * @throws IllegalArgumentException for an address that is not encrypted, or a short secret
   */
  public Webhook(
      @Value("${hearback.alerts.webhook:}") String address,
      @Value("${hearback.alerts.webhook-secret:}") String secret) {
    if (!address.isEmpty() && !isAllowed(address)) {
      throw new IllegalArgumentException(
          "hearback.alerts.webhook is not an address that begins with https://");
    }
    if (!address.isEmpty() && secret.length() < SECRET_LENGTH_MIN) {
      throw new IllegalArgumentException(
          "hearback.alerts.webhook-secret is shorter than " + SECRET_LENGTH_MIN + " characters");
    }
    this.address = address;
    this.secret = secret;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  boolean configured() {
    return !address.isEmpty();
  }

  /**
   * Sends.
   *
   * @param what a short fixed word
   */
  Postman.Outcome send(String what, Instant due, Instant now) {
    var body = "{\"what\":\"" + what + "\",\"due\":\"" + due + "\"}";
    long at = now.getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header(SIGNATURE, "t=" + at + ",v1=" + signature(at + "." + body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Postman.Outcome.Sent() : new Postman.Outcome.Failed();
    } catch (IOException e) {
      return new Postman.Outcome.Failed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Postman.Outcome.Unknown();
    }
  }

  private String signature(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean isAllowed(String address) {
    try {
      var host = URI.create(address).getHost();
      return host != null && ALLOWED.matcher(address).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "Webhook[" + (configured() ? "configured" : "none") + "]";
  }
}
