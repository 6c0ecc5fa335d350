package org.hearback.anonymity;

/** What an area page may say on one core item. */
public sealed interface Shown {

  /**
   * A figure, of the area and quarter asked for or of something coarser, which the page must then
   * say.
   *
   * @param widerArea the figure is of an area above the one asked for
   * @param longerTime the figure is of twelve months and not of the quarter
   */
  record Found(PublishedCell.Figure figure, boolean widerArea, boolean longerTime)
      implements Shown {}

  /** Not even the whole council in twelve months has enough answers. */
  record TooFew() implements Shown {}
}
