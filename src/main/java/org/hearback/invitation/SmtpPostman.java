package org.hearback.invitation;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Hands e-mails to a mail server, one connection each. What the server says decides whether the
 * message may have left: that is possible only once it has asked for the content. No address and no
 * link reaches a log; the library's own words about them are not repeated.
 */
final class SmtpPostman implements Postman.OfMail {
  private final MailServer server;
  private final Session session;
  private final MailMime mime;

  SmtpPostman(MailServer server, InstantSource clock) {
    this(server, server.properties(), clock);
  }

  SmtpPostman(MailServer server, Properties properties, InstantSource clock) {
    this.server = server;
    this.session = Session.getInstance(properties);
    this.mime = new MailMime(server, session, clock);
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public Outcome send(UUID delivery, Message.Mail mail) {
    var line = new Line(session);
    try (line) {
      var message = mime.of(delivery, mail);
      line.connect(server.host(), server.port(), text(server.user()), text(server.password()));
      line.stage = Stage.SENDER;
      line.sendMessage(message, message.getAllRecipients());
      return new Outcome.Sent();
    } catch (AuthenticationFailedException e) {
      return new Outcome.Closed("the mail server refuses the login");
    } catch (AddressException e) {
      return new Outcome.Refused();
    } catch (MessagingException e) {
      return line.taken ? new Outcome.Sent() : outcome(line.stage, SmtpReply.of(e));
    }
  }

  private static Outcome outcome(Stage stage, SmtpReply reply) {
    return switch (stage) {
      case CONNECT ->
          new Outcome.Closed("the mail server cannot be reached over a safe connection");
      case SENDER ->
          reply.permanent()
              ? new Outcome.Closed("the mail server does not take our sender: " + reply.code())
              : waiting(reply);
      case RECIPIENT -> recipient(reply);
      case CONTENT -> reply.lost() ? new Outcome.Unknown() : new Outcome.Failed();
    };
  }

  /**
   * A refusal that is about what we are, and not about the mailbox, must not strike the person off.
   */
  private static Outcome recipient(SmtpReply reply) {
    if (!reply.permanent()) {
      return waiting(reply);
    }
    if (reply.aboutUs()) {
      return new Outcome.Closed("the mail server passes nothing on for us: " + reply.code());
    }
    return reply.aboutTheMailbox() ? new Outcome.Refused() : new Outcome.Failed();
  }

  private static Outcome waiting(SmtpReply reply) {
    return reply.lost()
        ? new Outcome.Closed("the connection to the mail server broke off before the message")
        : new Outcome.Failed();
  }

  private static @org.jspecify.annotations.Nullable String text(String setting) {
    return setting.isEmpty() ? null : setting;
  }

  /** How far a conversation has come. */
  private enum Stage {
    CONNECT,
    SENDER,
    RECIPIENT,
    /** The server has asked for the content. */
    CONTENT
  }

  /** One conversation that remembers how far it has come. */
  private static final class Line extends SMTPTransport {
    private Stage stage = Stage.CONNECT;
    private boolean taken;

    Line(Session session) {
      super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void rcptTo() throws MessagingException {
      stage = Stage.RECIPIENT;
      super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
      var out = super.data();
      stage = Stage.CONTENT;
      return out;
    }

    @Override
    protected void finishData() throws java.io.IOException, MessagingException {
      super.finishData();
      taken = true;
    }
  }
}
