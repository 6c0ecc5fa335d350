package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.journey.AreaNames;
import org.hearback.journey.AudienceGroup;
import org.hearback.theme.Quote;

/**
 * The model of the evidence sheet of one area: who was asked, published cells, quotes that a second
 * person has checked, what is hidden and why. It goes on a page and into a file alike. Immutable.
 */
@Singleton
final class EvidenceView {
  // Who may open the page of quotes.
  private static final Set<Role> QUOTING = Set.of(Role.ANALYST, Role.READER, Role.LEAD);

  private final AreaView view;
  private final AreaNames names;
  private final StaffList staff;
  private final Reached reached;

  EvidenceView(AreaView view, AreaNames names, StaffList staff, Reached reached) {
    this.view = view;
    this.names = names;
    this.staff = staff;
    this.reached = reached;
  }

  /**
   * What is printed.
   *
   * @param quotes all that may be printed of the area, the newest first
   * @param wanted ids of those that are to stand on it; none for the newest
   */
  Map<String, Object> sheet(
      String area,
      Optional<Published> newest,
      List<Quote> quotes,
      Set<String> wanted,
      LocalDate today,
      Staff maker) {
    var model = new HashMap<>(view.area(area, newest));
    var year = newest.map(it -> it.release().quarter().rolling());
    model.put("today", AreaView.day(today));
    model.put("maker", maker.name());
    model.put("year", year.map(AreaView::time).orElse(""));
    model.put("reach", year.map(it -> reached.of(area, it)).orElse(List.of()));
    model.putAll(quotes(area, SheetQuotes.of(quotes, year, wanted)));
    model.put("quoting", !Collections.disjoint(maker.roles(), QUOTING));
    model.put("hidden", hidden(newest.map(it -> view.symbols(area, it)).orElse(List.of())));
    return model;
  }

  private Map<String, Object> quotes(String area, SheetQuotes sheet) {
    return Map.of(
        "quotes", sheet.printed().stream().map(it -> quote(area, it)).toList(),
        "quotesMore", sheet.more(),
        "quotesOutside", sheet.others(),
        "choice", sheet.address(),
        "chosen", sheet.chosen(),
        "unknown", sheet.unknown(),
        "choices",
            sheet.tooManyForOne()
                ? sheet.allowed().stream().map(it -> choice(area, it, sheet)).toList()
                : List.of());
  }

  private Map<String, Object> choice(String area, Quote quote, SheetQuotes sheet) {
    var choice = quote(area, quote);
    choice.put("ticked", sheet.printed().contains(quote));
    return choice;
  }

  private Map<String, Object> quote(String area, Quote quote) {
    var label = quote.label();
    var said = new HashMap<String, Object>(QuotedWords.of(quote));
    said.put("id", quote.id().toString());
    said.put("who", who(label.audience().group()));
    said.put("where", label.area().equals(area) ? "" : names.name(label.area()));
    said.put("how", how(quote));
    said.put("checked", quote.verdict() instanceof Quote.Verdict.Checked(var by) ? name(by) : "");
    return said;
  }

  /** As colleagues know them; whoever has left is known by what they signed in with. */
  private String name(String signIn) {
    return staff.bySignIn(signIn).map(Staff::name).orElse(signIn);
  }

  private static String who(AudienceGroup group) {
    return switch (group) {
      case CHILD_AND_YOUNG_PERSON -> "A child or young person";
      case FAMILY -> "A parent, carer or one of the family";
      case STAFF_AND_PARTNER -> "Staff or a partner agency";
    };
  }

  private static String how(Quote quote) {
    return switch (quote.kind()) {
      case WORDS -> quote.perhapsTranslated() ? "perhaps translated" : "";
      case RENDERING -> "translated";
      case PARAPHRASE -> "in other words";
    };
  }

  /** How many figures of this sheet are not what was asked for, by the reason. */
  private static List<String> hidden(List<String> symbols) {
    int few = Collections.frequency(symbols, "c");
    int nobody = Collections.frequency(symbols, "0");
    int notAsked = Collections.frequency(symbols, "z");
    var lines = new ArrayList<String>();
    add(
        lines,
        few,
        "hidden (c), because fewer than ten people have answered, all said the same, or"
            + " the figure would give another one away");
    add(lines, nobody, "empty (0), because nobody has answered");
    add(lines, notAsked, "not there (z), because no form asks these people about it");
    return lines;
  }

  private static void add(List<String> lines, int count, String what) {
    if (count > 0) {
      lines.add((count == 1 ? "1 figure is " : count + " figures are ") + what);
    }
  }
}
