package org.hearback.invitation;

import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Where e-mails are handed over, and as whom. A connection is encrypted, or it does not come about;
 * only to this machine itself it may be plain.
 *
 * @param user empty where the server wants no login
 * @param from the address of the sender
 * @param sender the name beside it
 * @param implicit whether TLS begins before the first word (port 465) and not by STARTTLS
 * @param patience for each step
 */
public record MailServer(
    String host,
    int port,
    String user,
    String password,
    String from,
    String sender,
    boolean implicit,
    Duration patience) {
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\",]+@[A-Za-z0-9.-]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

  public MailServer {
    if (!ADDRESS.matcher(from).matches()) {
      throw new IllegalArgumentException("hearback.mail.from is no e-mail address");
    }
    if (user.isEmpty() != password.isEmpty()) {
      throw new IllegalArgumentException(
          "hearback.mail.user and hearback.mail.password go together");
    }
  }

  /** Reads {@code hearback.mail.tls}. */
  public static boolean implicit(String tls) {
    return switch (tls) {
      case "starttls" -> false;
      case "implicit" -> true;
      default ->
          throw new IllegalArgumentException("hearback.mail.tls is neither starttls nor implicit");
    };
  }

  /** The part of the sender's address that a message's id ends with. */
  String domain() {
    return from.substring(from.indexOf('@') + 1);
  }

  Properties properties() {
    var millis = Long.toString(patience.toMillis());
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    // Else it would tell the name of this machine.
    properties.put("mail.smtp.localhost", domain());
    // What comes after the last answer must not make a message that was taken look lost.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(implicit));
    boolean starttls = !implicit && !LOOPBACK.matcher(host).matches();
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    return properties;
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + "]";
  }
}
