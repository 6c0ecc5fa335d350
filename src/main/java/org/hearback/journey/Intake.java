package org.hearback.journey;

import java.util.Set;

/** How the lines of one kind of file go into the vault. Called within one transaction a file. */
sealed interface Intake permits ExtractIntake, ContactIntake {

  /** Called before the first line of a file. */
  default void begin() {}

  /** The columns that the file must have. */
  Set<String> columns();

  /**
   * What identifies a line within its file; two lines of one file may not say different things
   * under it.
   */
  String key(CsvFile.Line line);

  /** Takes one line. */
  Result take(CsvFile.Line line);

  /**
   * A line that cannot be taken makes what it is about unknown, and unknown means: do not send.
   * What it names stays silent until a good line comes.
   *
   * @param readable whether the line's values are sound and only what they say is refused
   */
  void doubt(CsvFile.Line line, boolean readable);

  /** What became of a line. */
  sealed interface Result {
    record Changed() implements Result {}

    record Unchanged() implements Result {}

    /**
     * @param readable as in {@link #doubt}
     */
    record Odd(String reason, boolean readable) implements Result {}

    static Result changed(boolean yes) {
      return yes ? new Changed() : new Unchanged();
    }
  }
}
