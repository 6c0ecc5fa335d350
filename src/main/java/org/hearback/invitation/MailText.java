package org.hearback.invitation;

import java.util.List;
import java.util.Map;
import org.hearback.form.Words;

/**
 * The words of the e-mail: as neutral as those of the text, and the same for everybody, so that
 * they give nobody away. Two parts, nothing in them that is fetched from anywhere.
 *
 * @param links makes the address in it
 * @param council who it comes from
 */
record MailText(Words words, MessageText links, String council) {
  private static final String AFTER_LINK = "?stop";

  Message.Mail to(String address, String language, LinkToken token) {
    var link = links.link(token);
    var stop = link + AFTER_LINK;
    var subject = words.text(language, "mail.subject");
    var ask = words.text(language, "mail.ask");
    var days = words.text(language, "mail.days", Map.of("days", Sending.LINK_DAYS));
    var stopping = words.text(language, "mail.stop");
    var sure = words.text(language, "mail.sure", Map.of("council", council));
    var plain = String.join("\n\n", ask, link, days, sure, stopping + "\n" + stop, council) + "\n";
    var html =
        page(language, subject)
            + String.join(
                "\n",
                List.of(
                    paragraph(ask),
                    linked(link),
                    paragraph(days),
                    paragraph(sure),
                    paragraph(stopping),
                    linked(stop),
                    paragraph(council)))
            + "\n</body>\n</html>\n";
    return new Message.Mail(address, language, subject, plain, html, stop);
  }

  private String page(String language, String title) {
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body>
    """
        .formatted(escaped(language), words.direction(language), escaped(title));
  }

  private static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>";
  }

  /** Written out in full, so that it can be compared with the address it leads to. */
  private static String linked(String address) {
    var safe = escaped(address);
    return "<p><a href=\"" + safe + "\" dir=\"ltr\">" + safe + "</a></p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
