package org.hearback.journey;

/** What became of one file. Holds counts and the file's name, nothing of its lines. */
public sealed interface ImportReport {

  String file();

  /** Nothing of the file went in. */
  record Refused(String file, String reason) implements ImportReport {}

  /**
   * The file went in, but for what was quarantined.
   *
   * @param lines after the header, a record over several lines counting once: changed, unchanged
   *     and quarantined together
   * @param changed lines that changed the vault
   * @param unchanged lines that said nothing new, or nothing yet
   */
  record Taken(String file, int lines, int changed, int unchanged, int quarantined)
      implements ImportReport {}
}
