package org.hearback.theme;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.RedactedText;

/**
 * Hides a comment and puts it right, each in one transaction with the change that tells every
 * node's index. Safe for any thread.
 */
@Singleton
class ReportStore {
  private final ReportRows rows;
  private final QuoteRows quotes;

  ReportStore(ReportRows rows, QuoteRows quotes) {
    this.rows = rows;
    this.quotes = quotes;
  }

  /** Whether this is what hid it: not when it is hidden already, or not there. */
  @Transactional("analyst")
  boolean hide(UUID comment) {
    if (rows.hide(comment) == 0) {
      return false;
    }
    quotes.removeOf(comment); // also where a reader shows it again: with other words
    change(comment);
    return true;
  }

  /**
   * Shows a comment again with these words, or without any.
   *
   * @return false where another reader was faster
   */
  @Transactional("analyst")
  boolean settle(UUID comment, Optional<RedactedText> words, Optional<RedactedText> english) {
    boolean shown = words.isPresent() || english.isPresent();
    int settled =
        rows.settle(
            comment,
            words.map(RedactedText::value).orElse(""),
            english.map(RedactedText::value).orElse(""),
            shown ? "shown" : "taken");
    if (settled == 0) {
      return false;
    }
    quotes.removeOf(comment); // no words of before outlive it
    change(comment);
    return true;
  }

  @Transactional(value = "analyst", readOnly = true)
  List<Comment> waiting() {
    return rows.waiting().stream().map(CommentRow::comment).toList();
  }

  private void change(UUID comment) {
    rows.nextChange();
    rows.addChange(rows.change(), comment);
  }
}
