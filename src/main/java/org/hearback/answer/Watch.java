package org.hearback.answer;

import org.hearback.journey.Audience;

/**
 * Is somebody reading? A later room knows; while nobody is, forms for children do not open and help
 * is shown instead.
 */
public interface Watch {

  /**
   * Whether a form for this audience may be opened now. Cheap: it is on the path of every page.
   *
   * @param byOpenLink whether nobody is asked by the link: such answers have a queue of their own,
   *     and only forms by such links close when that one stalls
   */
  boolean reads(Audience audience, boolean byOpenLink);

  /**
   * Whether words in this language will be read in time; where not, no place to write is offered.
   *
   * @param language as people write it: {@code en} for Easy Read
   */
  boolean readsWordsIn(String language);
}
