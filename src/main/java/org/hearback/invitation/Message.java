package org.hearback.invitation;

import java.util.List;
import org.hearback.journey.Channel;

/**
 * One message that is ready to go, and to whom. It exists between two transactions and nowhere
 * else; it is never logged.
 */
public sealed interface Message {

  /** How it goes. */
  Channel channel();

  /**
   * A text message, in English: it goes only where English is understood.
   *
   * @param phone in E.164
   */
  record Text(String phone, String text) implements Message {
    @Override
    public Channel channel() {
      return Channel.TEXT;
    }

    @Override
    public String toString() {
      return "Text[hidden]";
    }
  }

  /**
   * An e-mail in two parts that say the same; to staff in one.
   *
   * @param to one address
   * @param language of its words
   * @param html empty for staff
   * @param stop the https address whose page stops these messages; empty for staff
   */
  record Mail(String to, String language, String subject, String plain, String html, String stop)
      implements Message {
    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public String toString() {
      return "Mail[hidden]";
    }
  }

  /**
   * A letter. Its words and its page are made by whoever prints it.
   *
   * @param address the lines on the envelope, the name first
   * @param language of its words
   * @param token the secret that its link, code and picture are made of
   */
  record Letter(List<String> address, String language, LinkToken token) implements Message {
    public Letter {
      address = List.copyOf(address);
    }

    @Override
    public Channel channel() {
      return Channel.LETTER;
    }

    @Override
    public String toString() {
      return "Letter[hidden]";
    }
  }
}
