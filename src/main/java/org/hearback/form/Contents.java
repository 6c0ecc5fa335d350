package org.hearback.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hearback.form.Content.Entry;

/**
 * Forms and words for the people who write them: what was built in, or, where {@code
 * hearback.preview.folder} names the folder of the sources, what its files say now, drafts
 * included. Safe for any thread; what was built in is read through at the first call.
 */
@Singleton
public final class Contents {
  private final Forms forms;
  private final Words words;
  private final Optional<ContentFolder> folder;
  private Optional<Content> built = Optional.empty();

  Contents(Forms forms, Words words, @Value("${hearback.preview.folder:}") String folder) {
    this.forms = forms;
    this.words = words;
    this.folder =
        folder.isBlank()
            ? Optional.empty()
            : Optional.of(new ContentFolder(Path.of(folder), words));
  }

  /** As it stands on the disk, where it is read from there; else as it was built. */
  public Content now() {
    return folder.map(ContentFolder::read).orElseGet(this::built);
  }

  /** Whether a changed file shows at the next look. */
  public boolean live() {
    return folder.isPresent();
  }

  /** What forbids a start with what was built in; empty when nothing does. */
  public List<String> problems() {
    return built().problems();
  }

  private synchronized Content built() {
    if (built.isEmpty()) {
      built = Optional.of(read());
    }
    return built.get();
  }

  private Content read() {
    var entries = forms.all().stream().map(form -> new Entry(form, true)).toList();
    var changed = PublishedWords.problems(Resources.text(PublishedWords.PATH), forms.all(), words);
    return new Content(entries, words, lint(Resources::text).findings(forms.all(), words), changed);
  }

  static WordLint lint(UnaryOperator<String> texts) {
    return new WordLint(list("banned-words", texts), list("exceptions", texts));
  }

  private static JsonNode list(String name, UnaryOperator<String> texts) {
    var file = "forms/" + name;
    return YamlFile.read(
        file + ".yml", texts.apply(file + ".yml"), texts.apply(file + ".schema.json"));
  }
}
