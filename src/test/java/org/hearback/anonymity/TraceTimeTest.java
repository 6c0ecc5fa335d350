package org.hearback.anonymity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hearback.form.Before;
import org.hearback.form.Form;
import org.hearback.form.FormFixtures;
import org.junit.jupiter.api.Test;

/** What forms say about how long a sender can be found is never less than it is. */
class TraceTimeTest {

  @Test
  void all_that_keeps_the_way_back_is_counted_one_after_the_other() {
    // window 14 and clearing 5, or the wait for nine others 28; the rest of a week whose key is
    // shared 6, backups and log 14
    assertThat(new TraceTime(14).days()).isEqualTo(28 + 6 + 14);
    assertThat(new TraceTime(14).weeks()).isEqualTo(7);
    assertThat(new TraceTime(30).days()).isEqualTo(30 + 5 + 6 + 30);
    // a short window does not shorten the life of a backup of keys
    assertThat(new TraceTime(3).days()).isEqualTo(28 + 6 + 7);
    for (int window = 1; window < 90; window++) {
      assertThat(new TraceTime(window).weeks() * 7)
          .isGreaterThanOrEqualTo(new TraceTime(window).days());
    }
    assertThatThrownBy(() -> new TraceTime(0)).hasMessageContaining("at least 1");
  }

  @Test
  void backups_expire_as_it_is_counted() throws IOException {
    var expire = Files.readString(Path.of("infra/backup/expire"));
    assertThat(expire)
        .contains("older %d \"$folder\"/hearback-weeks-*".formatted(TraceTime.KEY_BACKUP_DAYS))
        .contains("[ \"$days\" -gt \"$window\" ]");
  }

  @Test
  void every_form_says_it_in_every_language_it_is_shown_in() {
    var words = FormFixtures.words();
    var other = Map.<String, Object>of("council", "Council", "weeks", 987);
    for (var form : FormFixtures.forms().all()) {
      for (var language : words.languages()) {
        if (!words.covers(form, language) || form.open()) {
          continue;
        }
        var said = words.text(language, window(form), other);
        assertThat(said).as("%s in %s", form.id(), language).contains("987");
        // and no other number that would be taken for it
        assertThat(said.replace("987", "")).as(form.id() + language).doesNotContainPattern("[0-9]");
      }
    }
  }

  private static String window(Form form) {
    return Before.keys(form).stream()
        .filter(key -> key.endsWith(".window"))
        .findFirst()
        .orElseThrow();
  }
}
