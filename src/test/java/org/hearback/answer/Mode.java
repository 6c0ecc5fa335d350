package org.hearback.answer;

import static org.hearback.RealBrowser.DESK;
import static org.hearback.RealBrowser.PHONE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/**
 * How somebody has a page before them.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/">WCAG 2.2: 1.4.10 of reflow, 1.4.12 of spacing</a>
 */
enum Mode {
  PHONE_SCREEN("on a phone", PHONE),
  DESK_SCREEN("on a large screen", DESK),
  /** A screen of 1280 by 1024 pixels leaves 320 by 256 of them. */
  ZOOMED("enlarged to 400 %, which is a width of 320 pixels", 320),
  SPACED("with more space between letters, words and lines", PHONE),
  FORCED_COLOURS("in the colours that the device forces", PHONE),
  DARK("in dark colours", PHONE),
  WITHOUT_SCRIPT("without JavaScript", PHONE),
  KEYBOARD("by keyboard alone", DESK);

  private static final int HEIGHT = 740;
  private static final int HEIGHT_ZOOMED = 256;
  private static final double TIMES_ZOOMED = 4;

  /** As the accessibility statement calls it. */
  final String called;

  private final int width;

  Mode(String called, int width) {
    this.called = called;
    this.width = width;
  }

  /** To axe the other two are the page on a phone and on a desk once more. */
  boolean isNewToAxe() {
    return this != SPACED && this != KEYBOARD;
  }

  Browser.NewContextOptions settings() {
    var settings = new Browser.NewContextOptions().setViewportSize(width, HEIGHT);
    return switch (this) {
      case ZOOMED ->
          settings.setViewportSize(width, HEIGHT_ZOOMED).setDeviceScaleFactor(TIMES_ZOOMED);
      case FORCED_COLOURS -> settings.setForcedColors(ForcedColors.ACTIVE);
      case DARK -> settings.setColorScheme(ColorScheme.DARK);
      case PHONE_SCREEN, DESK_SCREEN, SPACED, WITHOUT_SCRIPT, KEYBOARD -> settings;
    };
  }
}
