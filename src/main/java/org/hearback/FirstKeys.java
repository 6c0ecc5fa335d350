package org.hearback;

import java.nio.file.Path;
import java.util.List;
import org.hearback.answer.KeyFolder;
import org.hearback.audit.AuditorKeys;
import org.hearback.journey.VaultKey;

/**
 * The keys that must be there before a first start, made by the command {@code keys}: those of the
 * vault, the auditor's pair, those of the respondents' pages. What is there already stays. Week
 * keys are not among them: the service makes and destroys those itself.
 *
 * @param auditors where the private half of the auditor's pair goes; nothing of the service reads
 *     it
 */
record FirstKeys(Path folder, Path auditors) {

  static FirstKeys in(List<Path> arguments) {
    return switch (arguments.size()) {
      case 1 -> new FirstKeys(arguments.getFirst(), arguments.getFirst());
      case 2 -> new FirstKeys(arguments.getFirst(), arguments.getLast());
      default -> throw new StartRefused("keys needs a folder, and may take one for the auditor");
    };
  }

  void make() {
    VaultKey.makeIn(folder);
    AuditorKeys.makeIn(folder, auditors);
    new KeyFolder(folder).makePageKeys();
    System.out.println(
        """
        The keys are in %s.
        1. Set hearback.keys.folder to it. It has to be writable by the service: week keys come and go there.
        2. Back up vault.json, stops.json and auditor.public.json: without vault.json no contact can be read again.
           Backups of the folder weeks must not live longer than seven days; infra/backup/keys does both.
        3. Take %s away from this machine and give it to the auditor: it opens
           what staff did. The service does not need it.\
        """
            .formatted(
                folder.toAbsolutePath().normalize(),
                auditors.toAbsolutePath().normalize().resolve(AuditorKeys.PRIVATE_FILE)));
  }
}
