package org.hearback.invitation;

/**
 * Where the postal address stands on an A4 page, in millimetres from its top, so that an envelope's
 * window shows it and nothing else. It is 24.6 from the left edge in every language.
 */
public enum LetterWindow {
  /** What GOV.UK Notify asks of a ready-made letter; its printer's envelopes are made for it. */
  NOTIFY(40, 95, 26.2),

  /**
   * A DL envelope with the sheet folded in three: a window of 35 by 90, 20 from the left and 20
   * from the foot. An address of five lines stays in it wherever the sheet slides.
   */
  DL(55, 80, 26.2);

  private final double top;
  private final double width;
  private final double height;

  LetterWindow(double top, double width, double height) {
    this.top = top;
    this.width = width;
    this.height = height;
  }

  public double getTop() {
    return top;
  }

  public double getWidth() {
    return width;
  }

  public double getHeight() {
    return height;
  }
}
