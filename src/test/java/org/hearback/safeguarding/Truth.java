package org.hearback.safeguarding;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.UUID;
import org.hearback.answer.KeyFolder;
import org.hearback.answer.SealKey;

/**
 * Which response an envelope has become: by keys that were put aside before they were destroyed,
 * which nobody has but a test that wants to know how often an attacker guesses right.
 */
public final class Truth {
  private final WeekKeys keys;

  /**
   * @param aside a folder that holds what a key folder held
   */
  public Truth(Path aside) throws GeneralSecurityException {
    var folder = new KeyFolder(aside);
    this.keys = new WeekKeys(folder, null, InstantSource.system());
  }

  public UUID response(String key, UUID envelope) {
    return keys.responseId(SealKey.read(key), envelope);
  }
}
