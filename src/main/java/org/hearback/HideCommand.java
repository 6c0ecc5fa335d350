package org.hearback;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hearback.theme.Reports;

/**
 * What {@code hide} does: a restored backup is older than some reports, so it shows comments again
 * that were hidden or taken out. Each goes back to the readers. Done twice it does nothing.
 *
 * @param out takes what is printed, line by line
 */
record HideCommand(Reports reports, Consumer<String> out) {
  private static final String ACTOR = "hide-command";

  /**
   * @return whether each was there and is hidden now, or was already
   * @throws StartRefused when an id is none; then nothing was hidden
   */
  boolean run(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new StartRefused("hide needs the ids of comments, as they stand in the audit's e-mail");
    }
    var comments = arguments.stream().map(HideCommand::id).toList();
    boolean all = true;
    for (var comment : comments) {
      switch (reports.hideAgain(comment, ACTOR)) {
        case HIDDEN -> out.accept(comment + ": hidden, and waits for a reader");
        case ALREADY -> out.accept(comment + ": was hidden already");
        case UNKNOWN -> {
          out.accept(comment + ": is not in this database");
          all = false;
        }
      }
    }
    return all;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("the id of a comment looks like " + new UUID(0, 1) + ": " + text);
    }
  }
}
