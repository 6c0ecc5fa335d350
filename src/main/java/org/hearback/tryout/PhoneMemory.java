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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of the try-out, in a file that only its owner can read: it holds links that open.
 * One message a line, as JSON. Without a folder nothing is kept. Not safe for two threads.
 *
 * @param folder empty where nothing is to outlive the process
 */
record PhoneMemory(Optional<Path> folder) {
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

  List<Arrived> read() {
    var file = folder.map(PhoneMemory::file).filter(Files::exists);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      var messages = new ArrayList<Arrived>();
      for (var line : Files.readAllLines(file.get())) {
        messages.add(JSON.readValue(line, Arrived.class));
      }
      return messages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Oldest first. Written aside and moved, so that a kill leaves the old file or the new one. */
  void write(List<Arrived> messages) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      var aside =
          Files.createTempFile(
              folder.get(),
              "messages",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(aside, messages.stream().map(PhoneMemory::line).toList());
      Files.move(aside, file(folder.get()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
