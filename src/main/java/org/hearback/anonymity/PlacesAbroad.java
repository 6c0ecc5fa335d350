package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Streets, schools and firms where the word comes before the name: "ulica Długa", "Școala X",
 * "школа X". What {@link Places} is for English. In Arabic letters no capital shows a name: there
 * it is one or two words that are not of every day.
 */
final class PlacesAbroad {
  private static final String NAME = "\\p{Lu}[\\p{L}'-]{1,24}";
  private static final String NUMBER =
      "(?:,? {0,2}(?:nr|no|numarul|буд|№)?\\.? ?[0-9]{1,4}[a-z]?(?:/[0-9]{1,3})?)";
  private static final String KIND = "(?:(?:" + PlaceWords.either("kind") + ")\\.? )";
  private static final String NO_KIND = "(?!" + PlaceWords.either("kind") + "(?!\\p{L}))";
  private static final String NAMES = NO_KIND + NAME + "(?: " + NO_KIND + NAME + "){0,2}";
  private static final String QUOTE = "[\"«„“”']?";
  private static final String ALONE = "(?<![\\p{L}0-9])";
  private static final String END = "(?!\\p{L})";

  /** "ul. Długa"; without the full stop such a short word is another one elsewhere: "Al Jones". */
  private static final Pattern STREET = street("\\.");

  private static final Pattern STREET_AT_HOME = street("\\.?");
  private static final Pattern SHORT_STREET =
      Pattern.compile(
          ALONE
              + PlaceWords.either("short")
              + "\\. ?\\p{L}[\\p{L}'-]{2,24}(?: \\p{L}{3,24})?"
              + NUMBER);
  private static final Pattern SCHOOL =
      Pattern.compile(
          ALONE
              + PlaceWords.either("school")
              + " "
              + KIND
              + "{0,2}(?<it>"
              + QUOTE
              + NAMES
              + "|(?iu:nr|numarul|numer|№)\\.? ?[0-9]{1,3})"
              + END);
  private static final Pattern FIRM =
      Pattern.compile(ALONE + PlaceWords.either("firm") + " (?<it>" + QUOTE + NAMES + ")" + END);

  private static final Set<String> AT_HOME = Set.of("pl", "ro", "uk");
  private static final Set<String> STREETS = PlaceWords.of("street");
  private static final Set<String> SCHOOLS = PlaceWords.of("school");
  private static final Set<String> FIRMS = PlaceWords.of("firm");
  private static final Set<String> BEFORE_SCHOOL = PlaceWords.of("before-school");
  private static final Set<String> BEFORE_STREET = PlaceWords.of("before-street");
  private static final Set<String> NUMBERED = PlaceWords.of("numbered");
  private static final Set<String> KINDS = PlaceWords.of("before-kind");
  private static final Pattern HOUSE = Pattern.compile(" (?:نمبر |رقم )?[0-9]{1,4}");
  private static final int WORDS_MOST = 2;

  private final Folded folded;
  private final List<Word> words;
  private final List<Span> found = new ArrayList<>();

  private PlacesAbroad(Folded folded) {
    this.folded = folded;
    this.words = Word.in(folded.text());
  }

  private static Pattern street(String stop) {
    return Pattern.compile(
        ALONE
            + "(?:[0-9]{1,4}[a-z]?,? )?(?:"
            + PlaceWords.either("street")
            + "|"
            + PlaceWords.either("short")
            + stop
            + ") (?:[0-9]{1,2} )?"
            + NAMES
            + END
            + NUMBER
            + "?");
  }

  static List<Span> find(Folded folded, String language) {
    var places = new PlacesAbroad(folded);
    boolean home = AT_HOME.contains(language.substring(0, Math.min(2, language.length())));
    places.found.addAll(folded.finds(home ? STREET_AT_HOME : STREET, Tag.ADDRESS));
    if (home) {
      places.found.addAll(folded.finds(SHORT_STREET, Tag.ADDRESS));
    }
    places.found.addAll(folded.finds(SCHOOL, Tag.SCHOOL));
    places.found.addAll(folded.finds(FIRM, Tag.ORGANISATION));
    for (int at = 0; at < places.words.size(); at++) {
      if (Arabic.is(places.words.get(at).lower())) {
        places.inArabicLetters(at);
      }
    }
    return places.found;
  }

  private void inArabicLetters(int at) {
    var word = words.get(at).lower();
    var stems = Arabic.prefixed(word);
    if (stems.stream().anyMatch(STREETS::contains)) {
      street(at);
    } else if (stems.stream().anyMatch(SCHOOLS::contains)) {
      after(at, Tag.SCHOOL);
    } else if (stems.stream().anyMatch(FIRMS::contains)) {
      after(at, Tag.ORGANISATION);
    }
    if (BEFORE_SCHOOL.contains(word)) {
      before(at, false, Tag.SCHOOL);
    } else if (BEFORE_STREET.contains(word)) {
      before(at, true, Tag.ADDRESS);
    } else if (NUMBERED.contains(word)) {
      numbered(at);
    }
  }

  /** The street's word goes with it, and the number of the house. */
  private void street(int at) {
    int last = lastOfName(at);
    if (last > at) {
      found.add(folded.span(words.get(at).start(), withNumber(words.get(last).end()), Tag.ADDRESS));
    } else {
      numbered(at);
    }
  }

  private void numbered(int at) {
    int end = words.get(at).end();
    if (withNumber(end) > end) {
      found.add(folded.span(words.get(at).start(), withNumber(end), Tag.ADDRESS));
    }
  }

  private int withNumber(int end) {
    var house = HOUSE.matcher(folded.text()).region(end, folded.text().length());
    return house.lookingAt() ? house.end() : end;
  }

  private void after(int at, Tag tag) {
    int last = lastOfName(at);
    if (last > at) {
      found.add(folded.span(words.get(at + 1).start(), words.get(last).end(), tag));
    }
  }

  private int lastOfName(int at) {
    int last = at;
    while (last - at < WORDS_MOST && last + 1 < words.size() && mayBeName(last + 1)) {
      last++;
    }
    return last;
  }

  private void before(int at, boolean whole, Tag tag) {
    int first = at;
    while (at - first <= WORDS_MOST
        && first > 0
        && isBlankAfter(first - 1)
        && precedes(first - 1)) {
      first--;
    }
    int last = whole ? at : lastNamed(first, at);
    if (first < at && last >= first) {
      found.add(folded.span(words.get(first).start(), words.get(last).end(), tag));
    }
  }

  private boolean precedes(int at) {
    var lower = words.get(at).lower();
    return Arabic.is(lower) && (KINDS.contains(lower) || !Ordinary.isCommon(lower));
  }

  /** What kind of school it is stays. */
  private int lastNamed(int first, int at) {
    int last = at - 1;
    while (last >= first && KINDS.contains(words.get(last).lower())) {
      last--;
    }
    return last;
  }

  /** A word in Arabic letters that is not of every day, with a blank alone in front. */
  private boolean mayBeName(int at) {
    var lower = words.get(at).lower();
    return Arabic.is(lower)
        && isBlankAfter(at - 1)
        && lower.length() > 2
        && !Ordinary.isCommon(lower)
        && !Arabic.isAdjective(lower);
  }

  private boolean isBlankAfter(int at) {
    return folded.text().substring(words.get(at).end(), words.get(at + 1).start()).equals(" ");
  }
}
