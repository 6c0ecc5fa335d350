package org.hearback.invitation;

import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server said no with. Its text may name the recipient, so it is looked at and never
 * told.
 *
 * @param code three digits; 0 or less where no answer came
 */
record SmtpReply(int code, String text) {
  private static final Pattern POLICY = Pattern.compile("\\b5\\.7\\.\\d");
  private static final int NO_LOGIN = 530;
  private static final int WRONG_LOGIN = 535;
  private static final int NO_REASON = 554;

  /** The answer somewhere in a chain of exceptions. */
  static SmtpReply of(MessagingException thrown) {
    for (Exception at = thrown; at != null; ) {
      int code =
          switch (at) {
            case SMTPAddressFailedException e -> e.getReturnCode();
            case SMTPSenderFailedException e -> e.getReturnCode();
            case SMTPSendFailedException e -> e.getReturnCode();
            default -> 0;
          };
      if (code != 0) {
        return new SmtpReply(code, String.valueOf(at.getMessage()));
      }
      at = at instanceof MessagingException more ? more.getNextException() : null;
    }
    return new SmtpReply(0, "");
  }

  /** Whether the connection broke off instead. */
  boolean lost() {
    return code < 400;
  }

  boolean permanent() {
    return code >= 500;
  }

  /** Who we are, or that it passes on nothing for us. */
  boolean aboutUs() {
    return code == NO_LOGIN
        || code == WRONG_LOGIN
        || text.toLowerCase(Locale.ROOT).contains("relay");
  }

  /** That there is no such mailbox; a policy of the day is something else. */
  boolean aboutTheMailbox() {
    return code != NO_REASON && !POLICY.matcher(text).find();
  }

  @Override
  public String toString() {
    return "SmtpReply[" + code + "]";
  }
}
