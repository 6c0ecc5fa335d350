package org.hearback.theme;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one saved search finds today, and how many more than its owner knows of.
 *
 * @param no by which the list numbers it
 * @param more below zero where it finds fewer
 */
record SavedNews(UUID id, int no, int found, int more) {
  static final String SUBJECT = "Saved searches";

  static SavedNews of(Saved saved, int found) {
    return new SavedNews(saved.id(), saved.no(), found, found - saved.told());
  }

  boolean isMore() {
    return more > 0;
  }

  /**
   * The e-mail. Mailboxes are shared, and kept for years: it holds counts alone, and what they are
   * counts of stands behind the sign-in.
   *
   * @param news of those that find more, at least one
   */
  static String words(List<SavedNews> news, String address) {
    return """
    %s more comments than before: new ones, or ones that are sorted otherwise now.

    %s

    What they are called and what they look for stands here, and in no e-mail:
    %s
    There you can also end these e-mails. There is one a day at most.
    """
        .formatted(
            news.size() == 1
                ? "1 of your saved searches finds"
                : news.size() + " of your saved searches find",
            news.stream()
                .map(one -> "number " + one.no() + ": " + one.more() + " more")
                .collect(Collectors.joining("\n")),
            address);
  }
}
