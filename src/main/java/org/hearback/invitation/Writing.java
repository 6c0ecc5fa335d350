package org.hearback.invitation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.hearback.form.Words;
import org.hearback.journey.Channel;
import org.hearback.journey.Contact;

/**
 * Writes the message to one person: a text in English, an e-mail or a letter in their language
 * where we have it.
 */
@Singleton
final class Writing {
  private final MessageText text;
  private final MailText mail;
  private final Words words;

  Writing(MessageText text, MailText mail, Words words) {
    this.text = text;
    this.mail = mail;
    this.words = words;
  }

  Message write(Contact to, Channel channel, LinkToken token) {
    return switch (channel) {
      case TEXT -> new Message.Text(to.phone(), text.of(token));
      case EMAIL -> mail.to(to.email(), language(to), token);
      case LETTER -> letter(to, token);
    };
  }

  private Message letter(Contact to, LinkToken token) {
    var lines = new ArrayList<String>();
    if (!to.name().isBlank()) {
      lines.add(to.name());
    }
    lines.addAll(to.address());
    return new Message.Letter(lines, language(to), token);
  }

  /** Their own, or the language that it is a dialect of, or English. */
  private String language(Contact to) {
    return words.chosen(to.language());
  }
}
