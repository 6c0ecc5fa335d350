package org.hearback;

import java.util.List;
import java.util.function.Consumer;
import org.hearback.theme.Reports;

/** The command {@code hide} for tests of other rooms. */
public final class HideCommands {
  private HideCommands() {}

  /** As at the command line, on beans that are there already. */
  public static boolean run(Reports reports, Consumer<String> out, List<String> arguments) {
    return new HideCommand(reports, out).run(arguments);
  }
}
