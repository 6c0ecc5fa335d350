package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * E-mail addresses, web addresses and handles of social networks. Each pattern is of bounded
 * length.
 */
final class Addresses {
  private static final int LOCAL_MAX = 64;
  private static final int DOMAIN_MAX = 253;
  private static final Pattern LINK =
      Pattern.compile(
          "(?:https?://|www\\.)[^\\s<>\"]{1,300}"
              + "|(?<![a-z0-9.@-])(?:[a-z0-9-]{1,40}\\.){1,3}(?:com|net|org|uk|info|io|tv|app|link|(?:co|com|org|ac|gov)\\.[a-z]{2})"
              + "(?![a-z0-9])(?:/[^\\s<>\"]{0,300})?"
              + "|(?<![a-z0-9.@-])[a-z0-9-]{1,40}\\.(?:me|gg|ly|be|co)/[^\\s<>\"]{1,300}",
          Pattern.CASE_INSENSITIVE);

  /** An account named after its network: "insta is kayla.xo", "snap: tay_07". */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?<![a-z])(?:insta|instagram|ig|snap|snapchat|tiktok|discord|telegram"
              + "|facebook|fb|roblox|xbox|psn)(?:"
              + " name| user| username| account| handle)?(?: is|'s|s)?[ :=-]{1,3}"
              + "([a-z0-9]{0,30}[._0-9][a-z0-9._]{0,30})",
          Pattern.CASE_INSENSITIVE);

  /** An address said in words: "kay dot m at gmail dot com". */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?<![a-z0-9])[a-z0-9._-]{1,64}(?: dot [a-z0-9._-]{1,64}){0,2} ?[\\[(]?at[\\])]? ?"
              + "(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|aol|proton|protonmail"
              + "|btinternet)(?:"
              + " ?(?:\\.|[\\[(]?dot[\\])]?) ?(?:com|co|net|uk|me)){0,2}(?![a-z])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DOMAIN = Pattern.compile("[^.]\\.\\p{L}");
  private static final Pattern WIDE_DOMAIN =
      Pattern.compile("\\.(?:com|net|org|uk|info|eu|pl|me|io)$", Pattern.CASE_INSENSITIVE);

  private Addresses() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    atSigns(folded, found);
    LINK.matcher(folded.text())
        .results()
        .forEach(link -> found.add(folded.span(link.start(), link.end(), Tag.WEB)));
    ACCOUNT
        .matcher(folded.text())
        .results()
        .forEach(account -> found.add(folded.span(account.start(1), account.end(1), Tag.ACCOUNT)));
    SPOKEN
        .matcher(folded.text())
        .results()
        .forEach(mail -> found.add(folded.span(mail.start(), mail.end(), Tag.EMAIL)));
    return found;
  }

  /**
   * Looks left and right of each {@code @}, so many characters at most; blanks beside it are
   * forgiven.
   */
  private static void atSigns(Folded folded, List<Span> found) {
    var text = folded.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int left = leftwards(text, at);
      int right = rightwards(text, at + 1);
      int wideLeft = text.startsWith(" ", at - 1) ? leftwards(text, at - 1) : left;
      int wideRight = text.startsWith(" ", at + 1) ? rightwards(text, at + 2) : right;
      if (left < at && DOMAIN.matcher(text.substring(at + 1, right)).find()) {
        found.add(folded.span(left, right, Tag.EMAIL));
      } else if (wideLeft < at - 1
          && WIDE_DOMAIN.matcher(text.substring(at + 1, wideRight)).find()) {
        found.add(folded.span(wideLeft, wideRight, Tag.EMAIL));
      } else if (right > at + 2 || left < at && right > at + 1) {
        // A handle, or half an address.
        found.add(folded.span(left, right, Tag.ACCOUNT));
      }
    }
  }

  private static int leftwards(String text, int end) {
    int start = end;
    while (start > 0 && end - start < LOCAL_MAX && isLocal(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int rightwards(String text, int start) {
    int end = start;
    while (end < text.length() && end - start < DOMAIN_MAX && isDomain(text.charAt(end))) {
      end++;
    }
    while (end > start && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
      end--;
    }
    return end;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._%+-'".indexOf(c) >= 0;
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}
