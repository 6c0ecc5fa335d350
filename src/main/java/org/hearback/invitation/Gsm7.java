package org.hearback.invitation;

import java.text.Normalizer;

/**
 * How a text message is counted: in septets of the GSM 7-bit alphabet, where a few characters count
 * two, or in characters of UCS-2 when a Welsh accent is in it that the alphabet lacks. And what
 * GOV.UK Notify makes of any other character.
 */
final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";
  private static final String WELSH = "ÁáÀÂâÈÊêËëÍíÌÎîÏïÓóÒÔôÚúÙÛûÝýŶŷẀẁẂẃẄẅŴŵỲỳŸÿ";
  private static final int ONE = 160;
  private static final int PART = 153;
  private static final int ONE_UCS2 = 70;
  private static final int PART_UCS2 = 67;

  private Gsm7() {}

  /** Whether every character is in the alphabet. */
  static boolean holds(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
  }

  /** The length in septets; a character of the extension table counts two. */
  static int septets(String text) {
    return text.codePoints().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum();
  }

  /** How many messages the network makes of a text, after {@link #cleaned}. */
  static int fragments(String text) {
    var sent = cleaned(text);
    return sent.chars().anyMatch(c -> WELSH.indexOf(c) >= 0)
        ? parts(sent.codePointCount(0, sent.length()), ONE_UCS2, PART_UCS2)
        : parts(septets(sent), ONE, PART);
  }

  /**
   * What arrives: typographic marks become plain, accents outside both alphabets go, the rest
   * becomes "?".
   */
  static String cleaned(String text) {
    var sent = new StringBuilder();
    text.codePoints().forEach(c -> sent.append(cleaned(c)));
    return sent.toString();
  }

  private static String cleaned(int c) {
    if (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0 || WELSH.indexOf(c) >= 0) {
      return Character.toString(c);
    }
    return switch (c) {
      case '\t', 0xA0 -> " ";
      case '–', '—' -> "-";
      case '…' -> "...";
      case '‘', '’' -> "'";
      case '“', '”' -> "\"";
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD -> "";
      default -> base(c);
    };
  }

  private static String base(int c) {
    var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).substring(0, 1);
    return BASIC.contains(plain) ? plain : "?";
  }

  private static int parts(int length, int one, int part) {
    return length <= one ? 1 : (length + part - 1) / part;
  }
}
