package org.hearback.form;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearback.form.Content.Entry;

/**
 * The sources of forms and words, read anew at each look. What cannot be taken is said and left
 * out: whoever writes sees what is wrong in the place where they look at it. Safe for any thread.
 */
final class ContentFolder {
  private static final Pattern VERSION = Pattern.compile("([a-z0-9-]+)/([1-9][0-9]*)\\.yml");

  private final Path folder;
  private final Words built;

  /**
   * @param built the words that the running service has, for what the folder's do not serve for
   */
  ContentFolder(Path folder, Words built) {
    this.folder = folder;
    this.built = built;
  }

  Content read() {
    var refused = new ArrayList<String>();
    var words = words(refused);
    var entries = entries(words, refused);
    var forms = entries.stream().map(Entry::form).toList();
    var published = entries.stream().filter(Entry::published).map(Entry::form).toList();
    var findings = new ArrayList<Finding>();
    try {
      refused.addAll(PublishedWords.problems(text(PublishedWords.PATH), published, words));
      findings.addAll(Contents.lint(this::text).findings(forms, words));
    } catch (IllegalStateException | UncheckedIOException e) {
      refused.add(e.getMessage());
    }
    return new Content(entries, words, findings, refused);
  }

  private Words words(List<String> refused) {
    var wrong = new ArrayList<String>();
    try {
      var words = new Words(this::text);
      for (var language : words.languages()) {
        words
            .sentences(Locale.forLanguageTag(language))
            .forEach((key, sentence) -> check(language, key, sentence, wrong));
      }
      var missing = new HashSet<>(FormWords.shared(built.sentences(Locale.ENGLISH).keySet()));
      missing.removeAll(words.sentences(Locale.ENGLISH).keySet());
      missing.stream().sorted().forEach(key -> wrong.add("i18n/en.properties lacks " + key));
      if (wrong.isEmpty()) {
        return words;
      }
    } catch (IllegalArgumentException | UncheckedIOException e) {
      wrong.add("i18n/: " + e.getMessage());
    }
    refused.addAll(wrong);
    refused.add("the words shown here are those that were built in, until these are mended");
    return built;
  }

  private static void check(String language, String key, String sentence, List<String> wrong) {
    try {
      new MessagePattern(sentence);
    } catch (IllegalArgumentException e) {
      wrong.add("i18n/" + language + ".properties, " + key + ": " + e.getMessage());
    }
  }

  private List<Entry> entries(Words words, List<String> refused) {
    var entries = new ArrayList<Entry>();
    var published = published();
    var file = new FormFile(text("forms/form.schema.json"));
    var english = words.sentences(Locale.ENGLISH).keySet();
    for (var path : paths()) {
      var parts = VERSION.matcher(path);
      if (!parts.matches()) {
        continue;
      }
      try {
        var yaml = text("forms/" + path);
        var form = file.read(parts.group(1), Integer.parseInt(parts.group(2)), yaml);
        var lacks = FormWords.own(form).stream().filter(key -> !english.contains(key)).toList();
        if (!lacks.isEmpty()) {
          throw new IllegalStateException(
              "forms/" + path + ": i18n/en.properties lacks " + String.join(", ", lacks));
        }
        entries.add(new Entry(form, published.contains(path)));
      } catch (IllegalStateException e) {
        refused.add(e.getMessage());
      }
    }
    return entries;
  }

  private Set<String> published() {
    return text("forms/published.sha256")
        .lines()
        .map(line -> line.replaceFirst("^\\S+\\s+", ""))
        .collect(Collectors.toSet());
  }

  private List<String> paths() {
    var forms = folder.resolve("forms");
    try (var files = Files.walk(forms)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> forms.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
