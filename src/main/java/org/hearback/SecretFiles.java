package org.hearback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Secrets as files, as systemd's credentials and a container's secrets are handed over: each file
 * of the folder whose name is a key of ours ({@code hearback.database.passwords.duty}) holds its
 * value. An environment is seen by whoever may look at the process; a file has an owner.
 */
record SecretFiles(Path folder) {

  /**
   * @return value by key; line breaks at the end of a file are no part of its value
   * @throws StartRefused when the folder or a file cannot be read
   */
  Map<String, Object> read() {
    var values = new HashMap<String, Object>();
    try (var files = Files.newDirectoryStream(folder, "hearback.*")) {
      for (var file : files) {
        values.put(file.getFileName().toString(), Files.readString(file).stripTrailing());
      }
    } catch (IOException e) {
      throw new StartRefused("hearback.secrets.folder: cannot read " + e.getMessage());
    }
    return values;
  }
}
