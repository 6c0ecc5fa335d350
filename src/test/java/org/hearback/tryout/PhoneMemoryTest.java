package org.hearback.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhoneMemoryTest {
  private static final int KEPT = 5;
  private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 26, 9, 30);

  @TempDir Path folder;
  private final List<Arrived> all = new ArrayList<>();

  @Test
  void the_last_messages_are_there_again_and_the_file_does_not_grow_for_ever() throws Exception {
    var memory = memory();
    arrive(memory, 2_500);
    assertThat(tail()).isEqualTo(all);
    assertThat(Files.readAllLines(file())).hasSizeLessThan(1_500);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_line_that_a_kill_has_cut_is_left_out_and_spoils_no_other() throws Exception {
    arrive(memory(), 3);
    var text = Files.readString(file());
    Files.writeString(file(), text.substring(0, text.length() - 10));
    all.removeLast();
    var memory = memory();
    assertThat(memory.read()).isEqualTo(all);
    arrive(memory, 2);
    assertThat(tail()).isEqualTo(all);
  }

  private PhoneMemory memory() {
    return new PhoneMemory(Optional.of(folder));
  }

  private void arrive(PhoneMemory memory, int count) {
    for (int message = 0; message < count; message++) {
      var text = new PhoneMessage("+447700900123", AT.plusSeconds(message), "text " + message);
      all.add(text);
      if (all.size() > KEPT) {
        all.removeFirst();
      }
      memory.add(text, () -> List.copyOf(all));
    }
  }

  /** The newest of what a new start reads. */
  private List<Arrived> tail() {
    var read = memory().read();
    return read.subList(Math.max(0, read.size() - KEPT), read.size());
  }

  private Path file() {
    return folder.resolve("messages.jsonl");
  }
}
