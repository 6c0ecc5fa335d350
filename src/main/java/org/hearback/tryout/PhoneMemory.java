package org.hearback.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The messages of the try-out's phones, in a file that only its owner can read: it holds links that
 * open. One message a line: moment, phone, text. Without a folder nothing is kept. Not safe for two
 * threads.
 *
 * @param folder empty where nothing is to outlive the process
 */
record PhoneMemory(Optional<Path> folder) {

  List<PhoneMessage> read() {
    var file = folder.map(PhoneMemory::file).filter(Files::exists);
    if (file.isEmpty()) {
      return List.of();
    }
    try (var lines = Files.lines(file.get())) {
      return lines.map(PhoneMemory::message).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Oldest first. Written aside and moved, so that a kill leaves the old file or the new one. */
  void write(List<PhoneMessage> messages) {
    if (folder.isEmpty()) {
      return;
    }
    var lines =
        messages.stream()
            .map(it -> it.at() + "\t" + it.phone() + "\t" + it.text().replaceAll("\\s", " "))
            .toList();
    try {
      var aside =
          Files.createTempFile(
              folder.get(),
              "messages",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(aside, lines);
      Files.move(aside, file(folder.get()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("messages.txt");
  }

  private static PhoneMessage message(String line) {
    var parts = line.split("\t", 3);
    return new PhoneMessage(parts[1], LocalDateTime.parse(parts[0]), parts[2]);
  }
}
