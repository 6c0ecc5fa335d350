package org.hearback.invitation;

import java.net.URI;
import org.hearback.form.FormFixtures;

/** E-mails as the house writes them, for tests of any room. */
public final class MailSamples {
  private static final URI ADDRESS = URI.create("https://views.example.gov.uk");

  private MailSamples() {}

  /** The e-mail with this secret, in this language. */
  public static Message.Mail of(String to, String language, String secret) {
    return new MailText(FormFixtures.words(), new MessageText(ADDRESS), "Sample Council")
        .to(to, language, new LinkToken(secret));
  }
}
