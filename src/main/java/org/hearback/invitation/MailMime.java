package org.hearback.invitation;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/**
 * An e-mail as it goes over the wire: two parts that say the same, to staff plain text alone, and
 * no more headers than needed.
 */
record MailMime(MailServer server, Session session, InstantSource clock) {
  private static final String UTF_8 = "UTF-8";

  /** Throws {@link jakarta.mail.internet.AddressException} for an address that is none. */
  MimeMessage of(UUID delivery, Message.Mail mail) throws MessagingException {
    var message = new Named(session, "<" + delivery + "@" + server.domain() + ">");
    message.setFrom(sender());
    message.setRecipient(
        jakarta.mail.Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", mail.language());
    // No "I am on holiday" comes back.
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!mail.stop().isEmpty()) {
      message.setHeader("List-Unsubscribe", "<" + mail.stop() + ">");
    }
    if (mail.html().isEmpty()) {
      message.setText(mail.plain(), UTF_8);
      message.saveChanges();
      return message;
    }
    var parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(mail.plain(), "plain", mail.language()));
    parts.addBodyPart(part(mail.html(), "html", mail.language()));
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private InternetAddress sender() throws MessagingException {
    try {
      return server.sender().isEmpty()
          ? new InternetAddress(server.from())
          : new InternetAddress(server.from(), server.sender(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  private static MimeBodyPart part(String text, String kind, String language)
      throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    part.setContentLanguage(new String[] {language});
    return part;
  }

  /** The library would put the name of this machine and of its user into the id. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
