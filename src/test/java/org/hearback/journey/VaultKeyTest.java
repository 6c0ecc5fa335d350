package org.hearback.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeyTest {

  @Test
  void what_is_sealed_opens_for_its_owner_only_and_after_a_restart(@TempDir Path folder) {
    var sealed = new VaultKey(folder.resolve("keys"), true).seal("Dana", "p1");
    var key = new VaultKey(folder.resolve("keys"), false);
    assertThat(key.open(sealed, "p1")).isEqualTo("Dana");
    assertThatThrownBy(() -> key.open(sealed, "p2")).isInstanceOf(IllegalStateException.class);
    assertThat(key.seal("Dana", "p1")).isNotEqualTo(key.seal("Dana", "p1"));
  }

  @Test
  void the_keyed_hash_is_the_same_each_time_and_another_under_another_key(@TempDir Path folder) {
    var key = new VaultKey(folder.resolve("a"), true);
    assertThat(key.mac("+447700900123"))
        .hasSize(32)
        .isEqualTo(new VaultKey(folder.resolve("a"), false).mac("+447700900123"));
    assertThat(key.mac("+447700900123"))
        .isNotEqualTo(new VaultKey(folder.resolve("b"), true).mac("+447700900123"));
  }

  @Test
  void a_missing_key_is_a_fault_where_none_may_be_made(@TempDir Path folder) {
    var key = new VaultKey(folder, false);
    assertThatThrownBy(key::check)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("hearback.keys.folder");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_key_is_for_its_owners_eyes(@TempDir Path folder) throws IOException {
    new VaultKey(folder.resolve("keys"), true).check();
    assertThat(folder.resolve("keys"))
        .isDirectoryContaining("glob:**vault.json")
        .isDirectoryContaining("glob:**stops.json");
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
  }
}
