package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Streets, schools, houses, firms and clubs by the word that follows their name, as "14 Pentland
 * Row", "Larkhollow school", "Thornwick House" and "Pentland Rovers". The word stays, the name
 * goes; a house number goes with its street.
 */
final class Places {
  private static final String NAME = "\\p{Lu}[\\p{L}'-]{1,24}";
  private static final String NAMES =
      "(?:St\\.? )?"
          + NAME
          + "(?: (?:of|and|the|&|upon|on)(?: the)?(?= \\p{Lu})| "
          + NAME
          + "){0,3}?";
  private static final String STREET =
      "(?:street|road|lane|avenue|crescent|terrace|row|close|drive|grove|gardens|mews|way|place"
          + "|square|walk|court|hill|rise|parade|st|rd|ave|ln)";
  private static final String SURELY_STREET =
      "(?:street|road|lane|avenue|crescent|terrace|mews|rd)";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?<![\\p{L}0-9])(?:(?i:flat|no\\.?) )?[0-9]{1,4}[a-zA-Z]?,? (?:"
              + NAMES
              + " (?i:"
              + STREET
              + ")|\\p{Ll}[\\p{L}'-]{2,20}(?: \\p{Ll}[\\p{L}'-]{2,20})? "
              + SURELY_STREET
              + ")(?!\\p{L})");
  private static final Pattern NAMED =
      Pattern.compile("(?<![\\p{L}0-9])" + NAMES + " (?i:" + SURELY_STREET + ")(?!\\p{L})");
  private static final Pattern SCHOOL =
      Pattern.compile(
          "(?<![\\p{L}0-9])(?<it>"
              + NAMES
              + ")(?: (?i:c ?of ?e|catholic|community|church|primary|junior|infants?|secondary|high"
              + "|grammar|comprehensive|special|nursery|boys|girls)){0,3}"
              + " (?i:school|academy|primary|nursery|college|juniors|infants)(?!\\p{L})");
  private static final Pattern AT_SCHOOL =
      Pattern.compile(
          "(?<![\\p{L}])(?i:(?:yr|year) ?[0-9]{1,2}|head|headteacher|teacher|tutor|school is|school"
              + " called|goes to school) (?i:(?:at|of|in) )?(?<it>"
              + NAME
              + ")(?!\\p{L})");
  private static final Pattern YSGOL =
      Pattern.compile(
          "(?<![\\p{L}0-9])(?i:n?h?ysgol)(?:"
              + " (?i:gynradd|uwchradd|gyfun|babanod|feithrin|iau|bro)){0,2} (?<it>"
              + NAME
              + "(?: "
              + NAME
              + "){0,2})(?!\\p{L})");
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?<![\\p{L}0-9])(?<it>"
              + NAMES
              + ") (?:Ltd|Limited|LLP|PLC|plc|(?i:church|chapel|mosque|temple|gurdwara|synagogue|surgery|(?:medical|health|family|children's|community|leisure|sports)"
              + " centre|family"
              + " hub|(?:football|rugby|boxing|swimming|cricket|youth|judo|karate|gymnastics|running)"
              + " club|youth centre|(?:care|nursing)"
              + " home|hotel|caf[eé]|pub|hostel|playgroup|pre-?school|dance"
              + " (?:school|academy)|stables)|FC|RFC|Rovers|Rangers|Scouts|Brownies|Cubs|Guides"
              + "|Beavers|Arms|Inn)(?!\\p{L})");
  private static final Pattern WORKS_AT =
      Pattern.compile(
          "(?<!\\p{L})(?i:work|works|worked|working|job) (?i:at) (?i:the )?(?<it>"
              + NAME
              + "(?: "
              + NAME
              + ")?)(?!\\p{L})");
  private static final Pattern HOUSE =
      Pattern.compile(
          "(?<![\\p{L}0-9])(?<it>"
              + NAMES
              + " (?:House|Lodge|Manor|Cottage|Grange|Court))(?!\\p{L})");

  /** Words with a capital that say what kind of school or house it is, or open the sentence. */
  private static final Set<String> NO_NAME =
      Set.of(
          "the",
          "my",
          "our",
          "a",
          "an",
          "this",
          "that",
          "his",
          "her",
          "their",
          "new",
          "old",
          "at",
          "in",
          "from",
          "to",
          "and",
          "of",
          "i",
          "when",
          "if",
          "primary",
          "secondary",
          "high",
          "junior",
          "infant",
          "nursery",
          "special",
          "boarding",
          "local",
          "every",
          "each",
          "no",
          "some",
          "any",
          "after",
          "before",
          "pre",
          "middle",
          "main",
          "big",
          "good",
          "small",
          "sunday",
          "medical",
          "sixth",
          "open",
          "free",
          "whole",
          "full",
          "half",
          "for",
          "with",
          "is",
          "was",
          "it",
          "she",
          "he",
          "we",
          "they",
          "you",
          "your",
          "all",
          "art",
          "drama",
          "music",
          "sports",
          "home",
          "court",
          "safe",
          "moved",
          "council",
          "camhs",
          "gp",
          "gps",
          "gp's",
          "have",
          "as",
          "nhs",
          "cafcass",
          "ofsted",
          "police",
          "social",
          "children's",
          "family",
          "early",
          "youth",
          "health",
          "community",
          "christmas",
          "easter",
          "catholic",
          "christian",
          "muslim",
          "jewish",
          "sikh",
          "hindu",
          "baptist",
          "methodist");

  private Places() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    collect(found, folded, NUMBERED, Tag.ADDRESS);
    collect(found, folded, NAMED, Tag.ADDRESS);
    collect(found, folded, SCHOOL, Tag.SCHOOL);
    collect(found, folded, AT_SCHOOL, Tag.SCHOOL);
    collect(found, folded, YSGOL, Tag.SCHOOL);
    collect(found, folded, HOUSE, Tag.PLACE);
    collect(found, folded, ORGANISATION, Tag.ORGANISATION);
    collect(found, folded, WORKS_AT, Tag.ORGANISATION);
    return found;
  }

  private static void collect(List<Span> found, Folded folded, Pattern pattern, Tag tag) {
    var text = folded.text();
    pattern
        .matcher(text)
        .results()
        .forEach(match -> {
          boolean part = match.namedGroups().containsKey("it");
          int start = part ? match.start("it") : match.start();
          int end = part ? match.end("it") : match.end();
          start = withoutOpening(text, start, end);
          if (start < end) {
            found.add(folded.span(start, end, tag));
          }
        });
  }

  /** "At My Old Oak School" begins with Oak. */
  private static int withoutOpening(String text, int start, int end) {
    int at = start;
    while (at < end) {
      int blank = text.indexOf(' ', at);
      int wordEnd = blank < 0 || blank > end ? end : blank;
      if (!NO_NAME.contains(text.substring(at, wordEnd).toLowerCase(java.util.Locale.ROOT))) {
        return at;
      }
      at = Math.min(end, wordEnd + 1);
    }
    return end;
  }
}
