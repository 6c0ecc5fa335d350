package org.hearback.theme;

import java.util.List;
import org.hearback.journey.Definition;

/** {@code forms/themes.yml} as it stands: what the theme book begins with. */
record ThemeFile(List<Theme> themes) {

  /** Read once a process; its queries are made once, too. */
  private static final class Shipped {
    static final Tagger TAGGER = new Tagger(read());
  }

  /** Sorts comments by the shipped book. */
  static Tagger tagger() {
    return Shipped.TAGGER;
  }

  /**
   * @throws IllegalArgumentException with every place where the file breaks its schema
   */
  static ThemeBook read() {
    var text = Definition.text("themes");
    var file = Definition.parse("themes", text, ThemeFile.class);
    return new ThemeBook(Integer.toHexString(text.hashCode()), file.themes());
  }
}
