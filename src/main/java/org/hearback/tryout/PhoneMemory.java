package org.hearback.tryout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The messages of the try-out, in a file that only its owner can read: it holds links that open.
 * One message a line, as JSON; a new one is put at its end, and now and then what is forgotten is
 * left out. Without a folder nothing is kept. Not safe for two threads.
 */
final class PhoneMemory {
  /** So many lines more than there are messages, and the file is written anew. */
  private static final int SPARE = 1_000;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(Arrived.class, Kinds.class)
          .build();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PhoneMessage.class, name = "text"),
    @JsonSubTypes.Type(value = MailMessage.class, name = "email"),
    @JsonSubTypes.Type(value = LetterMessage.class, name = "letter")
  })
  private interface Kinds {}

  private final Optional<Path> folder;
  private int spare = SPARE;

  /**
   * Nothing is read yet.
   *
   * @param folder empty where nothing is to outlive the process
   */
  PhoneMemory(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Oldest first, more than were written last perhaps. A line that a kill has cut is left out. */
  List<Arrived> read() {
    var file = folder.map(PhoneMemory::file).filter(Files::exists);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      var messages = new ArrayList<Arrived>();
      for (var line : Files.readAllLines(file.get())) {
        message(line).ifPresent(messages::add);
      }
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps one more message.
   *
   * @param all that are to be kept, this one included, oldest first
   */
  void add(Arrived message, Supplier<List<Arrived>> all) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      if (spare++ < SPARE) {
        Files.writeString(file(folder.get()), line(message) + "\n", StandardOpenOption.APPEND);
      } else {
        write(folder.get(), all.get());
        spare = 0;
      }
    } catch (IOException e) {
      // Perhaps half a line was written: the next message must not be put behind it.
      spare = SPARE;
      throw new UncheckedIOException(e);
    }
  }

  /** Written aside and moved, so that a kill leaves the old file or the new one. */
  private static void write(Path folder, List<Arrived> messages) throws IOException {
    var aside =
        Files.createTempFile(
            folder,
            "messages",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(aside, messages.stream().map(PhoneMemory::line).toList());
    Files.move(aside, file(folder), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Optional<Arrived> message(String line) {
    try {
      return Optional.of(JSON.readValue(line, Arrived.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("messages.jsonl");
  }

  private static String line(Arrived message) {
    try {
      return JSON.writerFor(Arrived.class).writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings makes JSON", e);
    }
  }
}
