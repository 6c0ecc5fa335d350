package org.hearback.answer;

import org.hearback.form.Words;

/**
 * In which way a form is shown.
 *
 * @param writing whether somebody reads words in the page's language; else only ticks are asked for
 * @param tablet whether the page is on a tablet that many people use, and clears itself
 */
public record Asking(boolean writing, boolean tablet) {

  /**
   * As it can be shown now.
   *
   * @param language of the page
   */
  static Asking of(Watch watch, String language, boolean tablet) {
    return new Asking(watch.readsWordsIn(Words.written(language)), tablet);
  }
}
