package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What points to a person without being anybody's name: dates, the age of a baby, the year at
 * school, a worker's count of children, being the only one of a kind. In English; numbers as dates
 * in every language.
 */
final class Particulars {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY_NUMBER = "(?:0?[1-9]|[12][0-9]|3[01])";
  private static final String SMALL =
      "(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
  private static final String TENS = "(?:twenty|thirty|forty|fifty|sixty)";
  private static final String UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)";
  private static final String CROWD = "(?:children|kids|cases|families|young people)";

  private record Kind(Pattern pattern, Tag tag) {}

  /**
   * Whole dates as loosely as people write them, misspelt months too; only a digit may not follow.
   */
  private static final Kind WHOLE_DATE =
      new Kind(
          Pattern.compile(
              "(?<!\\d)(?:\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})"
                  + "|\\d{4}([/.-])\\d{1,2}\\2\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? {0,2}(?:of )?"
                  + "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6},?"
                  + " {0,2}\\d{4})(?!\\d)",
              Pattern.CASE_INSENSITIVE),
          Tag.DATE);

  // Of each what is called "it" is taken, or the whole.
  private static final List<Kind> KINDS =
      List.of(
          WHOLE_DATE,
          // with a time; 21/05 and 05/21 as people write days, 5/2021
          kind(
              "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?"
                  + "(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?",
              Tag.DATE),
          // not a mark of ten
          kind("(?!10/10)(?:[12][0-9]|3[01])/(?:0[1-9]|1[0-2])", Tag.DATE),
          kind("(?:0[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01])", Tag.DATE),
          kind("(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}", Tag.DATE),
          kind(
              DAY_NUMBER
                  + "(?:st|nd|rd|th)?[ -]{1,2}(?:of )?"
                  + MONTH
                  + "(?:,?[ -]{1,2}(?:19|20)?[0-9]{2})?",
              Tag.DATE),
          kind(MONTH + " " + DAY_NUMBER + "(?:st|nd|rd|th)(?:,? (?:19|20)[0-9]{2})?", Tag.DATE),
          kind(MONTH + ",?[ -](?:19|20)[0-9]{2}", Tag.DATE),
          kind("the (?<it>" + DAY_NUMBER + "(?:st|nd|rd|th))(?=\\s*(?:[,.;:!?)]|$))", Tag.DATE),
          kind("(?:in|last) (?<it>" + MONTH + ")(?! [0-9])", Tag.MONTH),
          kind("(?:on|last|this) (?<it>(?:mon|tues|wednes|thurs|fri|satur|sun)day)", Tag.DAY),
          // the age of a baby
          kind("(?<it>" + SMALL + "[ -](?:month|week|day)s?)[ -]old", Tag.AGE),
          kind(
              "(?:baby|infant|newborn)(?: is|'s| was|s)?(?: only| just| now| nearly|"
                  + " about){0,2} (?<it>"
                  + SMALL
                  + " (?:month|week|day)s?)",
              Tag.AGE),
          kind(
              "(?:yr|year|y)[ .]{0,2}(?:1[0-3]|[1-9])(?="
                  + " (?:at|in|pupil|student|class|teacher)|[,.])",
              Tag.SCHOOL_YEAR),
          kind("in (?<it>(?:yr|year)[ .]{0,2}(?:1[0-3]|[1-9]))", Tag.SCHOOL_YEAR),
          // a caseload, and figures that go from one to another
          kind(
              "(?<it>(?:[2-9][0-9]|[1-9][0-9]{2}|" + TENS + "(?:[ -]" + UNITS + ")?)) " + CROWD,
              Tag.NUMBER),
          kind(
              "from (?<it>[1-9][0-9]{1,3}%? to [1-9][0-9]{1,3}%?)(?!"
                  + " (?:minute|min|hour|hr|day|week|month))",
              Tag.NUMBER),
          kind("twins|triplets|quads", Tag.DETAIL),
          kind(
              "only (?:\\p{L}{3,20} ){1,2}(?:social"
                  + " worker|worker|man|woman|person|nurse|teacher|officer|manager) (?:in|on)"
                  + " (?:the|our|my|this) (?:team|service|office|school|department|ward)",
              Tag.DETAIL));

  private Particulars() {}

  static List<Span> find(Folded folded) {
    var found = new ArrayList<Span>();
    KINDS.forEach(kind -> found.addAll(folded.finds(kind.pattern(), kind.tag())));
    return found;
  }

  private static Kind kind(String pattern, Tag tag) {
    var alone = "(?<![\\p{L}0-9/])(?:" + pattern + ")(?![\\p{L}0-9/])";
    return new Kind(Pattern.compile(alone, Pattern.CASE_INSENSITIVE), tag);
  }
}
