package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.anonymity.CellSpan;

/** The model of a page of the quote basket. Safe for any thread. */
@Singleton
final class QuotesView {
  private final Wording wording;
  private final SheetTime sheets;

  QuotesView(Wording wording, SheetTime sheets) {
    this.wording = wording;
    this.sheets = sheets;
  }

  /** The three parts, of which a page may have one or all. */
  Map<String, Object> of(QuoteList list, Staff staff) {
    var model = new HashMap<String, Object>();
    var year = sheets.now();
    model.put("picks", staff.roles().contains(Role.ANALYST));
    model.put("year", year.map(this::inWords).orElse(""));
    model.put("page", list.page());
    model.put("pages", list.pages());
    for (var verdict : List.of("waiting", "checked", "refused")) {
      model.put(
          verdict,
          list.rows().stream()
              .filter(row -> row.verdict().equals(verdict))
              .map(row -> shown(row, year, staff))
              .toList());
    }
    return model;
  }

  /** A language by its name. */
  String language(QuoteRow quote) {
    return wording.language(quote.language());
  }

  private String inWords(CellSpan year) {
    return "the 12 months to " + wording.period(year.lastMonth().toString());
  }

  private Map<String, Object> shown(QuoteRow row, Optional<CellSpan> year, Staff staff) {
    var quote = row.quote();
    var model = new HashMap<String, Object>();
    model.put("path", QuotesPage.PATH + "/" + quote.id());
    model.put("again", QuotesPage.NEW + "?comment=" + quote.comment());
    model.put("comment", quote.comment());
    model.put("wording", quote.wording().value());
    model.put("kind", kind(quote));
    model.put("mine", quote.pickedBy().equals(staff.signIn()));
    model.put("pickedBy", quote.pickedBy());
    model.put("label", wording.label(quote.label()));
    model.put("outside", year.filter(it -> !quote.label().isWithin(it)).isPresent());
    model.put("area", quote.label().area());
    model.put("areaName", wording.area(quote.label().area()));
    model.put("question", wording.question(row.form(), row.question()));
    model.put("language", row.language());
    model.put("unread", Quotes.canRead(row, staff) ? "" : language(row));
    model.put("words", row.words());
    model.put("english", row.english());
    switch (quote.verdict()) {
      case Quote.Verdict.Waiting _ -> {
        // nobody has looked yet
      }
      case Quote.Verdict.Checked(var by) -> model.put("by", by);
      case Quote.Verdict.Refused(var by, var why) -> {
        model.put("by", by);
        model.put("why", why(why));
      }
    }
    return model;
  }

  private static String kind(Quote quote) {
    return switch (quote.kind()) {
      case WORDS -> quote.perhapsTranslated() ? "perhaps translated" : "in their own words";
      case RENDERING -> "translated by the person who read it";
      case PARAPHRASE -> "in other words";
    };
  }

  private static String why(Quote.Objection why) {
    return switch (why) {
      case PERSON -> "somebody could tell who said it";
      case MEANING -> "it says something else than the whole comment";
      case HARM -> "it could hurt somebody who reads it, or whoever said it";
    };
  }
}
