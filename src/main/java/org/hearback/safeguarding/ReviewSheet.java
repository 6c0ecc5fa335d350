package org.hearback.safeguarding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of the reviewer's sheet: which acts each counts, and what it is in a sentence. Pure.
 */
final class ReviewSheet {
  private ReviewSheet() {}

  private record Kind(String title, String what, List<String> acts) {}

  /** One line with its count. */
  record Line(String title, String what, long times) {}

  /** An act that has no line of its own. */
  record Other(String act, long times) {}

  private static final List<Kind> KINDS =
      List.of(
          kind(
              "Words shown as written",
              "A reader looked at what had been taken out of one answer.",
              "raw-words-shown"),
          kind(
              "Days of clearing",
              "A reader cleared answers on a day; how many, and at what level, is sealed.",
              "cleared"),
          kind("Concerns taken", "Somebody said that they are dealing with it.", "concern-taken"),
          kind(
              "Concerns closed",
              "A reader said what was done about one answer, and closed it.",
              "concern-closed"),
          kind(
              "Unlocks asked for",
              "Somebody asked to open the way from one answer to the person who sent it.",
              "unlock-asked"),
          kind(
              "Unlocks granted",
              "A second person with another role agreed, with a reason.",
              "unlock-granted"),
          kind("Unlocks refused", "A second person said no.", "unlock-refused"),
          kind(
              "Opened alone",
              "One person opened it because somebody was in danger at once; an alarm went out.",
              "unlock-alone"),
          kind("Unlocks viewed", "Somebody looked at what an unlock had opened.", "unlock-viewed"),
          kind(
              "Accounts of unlocks",
              "A lead said whether the person was told, and what was done.",
              "unlock-accounted"),
          kind(
              "Holds placed",
              "One answer is kept past its time, for a reason and until a day.",
              "hold-placed"),
          kind("Holds ended", "Such an answer goes its usual way again.", "hold-ended"),
          kind(
              "Holds that did not end",
              "Somebody placed one anew in the moment in which it was to end.",
              "hold-kept"),
          kind(
              "Themes changed",
              "An analyst changed what a theme means or how its comments are found, added one, or"
                  + " took one out of use.",
              "theme-changed",
              "theme-added",
              "theme-taken-out"),
          kind(
              "Themes of comments checked",
              "An analyst looked at one comment after the other and said what each is about.",
              "coding-read",
              "comment-coded"),
          kind(
              "Dip-samples",
              "Comments were drawn by chance, and two people said what each is about.",
              "sample-drawn",
              "sample-read",
              "sample-coded",
              "sample-sheet"),
          kind(
              "Batches set free",
              "Ten answers or more lost the way back to whoever sent them, for good.",
              "de-linked"),
          kind(
              "Written in English",
              "A reader wrote what an answer that had been read says in English.",
              "rendered"),
          kind(
              "Changes of the rota",
              "A lead put somebody on the rota of some days, or took them off.",
              "rota-put-on",
              "rota-taken-off"),
          kind("Searches", "An analyst searched the comments; for what is sealed.", "search"),
          kind(
              "Trends narrowed",
              "An analyst looked at the trends of a part of the comments.",
              "trends-read"),
          kind(
              "Words compared",
              "An analyst asked which words mark out what a search found.",
              "words-compared"),
          kind(
              "Saved searches",
              "An analyst saved, changed or deleted a search of their own, or was mailed how many"
                  + " more comments theirs find.",
              "search-opened",
              "search-saved",
              "search-deleted",
              "search-told"),
          kind(
              "Comments reported",
              "Somebody said that a comment points to a person; it was hidden at once.",
              "comment-reported"),
          kind(
              "Reported comments settled",
              "A reader looked at such a comment and took out what pointed to somebody.",
              "reported-read",
              "report-settled"),
          kind("Responses opened", "An analyst looked at one whole answer.", "read-response"),
          kind(
              "Comments read for a quote",
              "Somebody looked at whole comments, to pick words of them or to check those picked.",
              "quote-read"),
          kind(
              "Quotes picked, checked, taken out",
              "Words of a comment that may be printed, once a second person has looked at them.",
              "quote-picked",
              "quote-checked",
              "quote-removed"),
          kind(
              "Evidence sheets made",
              "Published figures and checked quotes of one area, to be printed.",
              "evidence-made"),
          kind(
              "Files taken in",
              "A table of events or contacts came from the case system.",
              "file-taken"),
          kind(
              "Requests taken in",
              "A system handed in events or contacts by itself.",
              "api-milestone-events",
              "api-contacts"),
          kind("Keys of systems made", "A system was given a key to hand in by.", "api-key-made"),
          kind("Keys of systems ended", "Such a key was made worthless.", "api-key-revoked"),
          kind(
              "Posters and tablets",
              "A link that stays open was made or closed.",
              "open-link-made",
              "open-link-closed"),
          kind(
              "Paper forms",
              "A reader opened a page to type in an answer from paper.",
              "paper-form-opened"),
          kind("Sign-ins", "A member of staff signed in.", "sign-in"),
          kind(
              "Readings of this record",
              "The auditor opened the sealed part of the record.",
              "audit-read"));

  /** Every line, those that count nothing too: what did not happen is said as well. */
  static List<Line> lines(Map<String, Long> acts) {
    return KINDS.stream()
        .map(kind ->
            new Line(
                kind.title(),
                kind.what(),
                kind.acts().stream().mapToLong(act -> acts.getOrDefault(act, 0L)).sum()))
        .toList();
  }

  /** What no line counts, so that nothing is left out. */
  static List<Other> others(Map<String, Long> acts) {
    var others = new TreeMap<>(acts);
    KINDS.forEach(kind -> others.keySet().removeAll(kind.acts()));
    return others.entrySet().stream()
        .map(other -> new Other(other.getKey(), other.getValue()))
        .toList();
  }

  private static Kind kind(String title, String what, String... acts) {
    return new Kind(title, what, Arrays.asList(acts));
  }
}
