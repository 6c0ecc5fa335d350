package org.hearback.form;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A voice that reads a question and a video that signs it, from a folder of the council: {@code
 * <key of the words>.<language>.mp3} and {@code <key of the words>.bsl.mp4}. Each is a slot: where
 * there is no file, nothing is offered. The folder is read once, at the start. Safe for any thread.
 *
 * <p>They are far too large to be part of the service, and a person is told how large before
 * anything of one is loaded.
 */
@Singleton
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final String VOICE = "mp3";
  private static final String SIGNED = "mp4";

  /** In the place of a language: it is one of its own, and no way to write English. */
  private static final String SIGN_LANGUAGE = "bsl";

  private static final int HASH_LENGTH = 16;

  private final @Nullable String problem;
  private final Map<String, Recording> byName = new HashMap<>();
  private final Map<String, Path> byAddress = new HashMap<>();

  /**
   * One file.
   *
   * @param address where a page finds it; says nothing of the question
   * @param bytes how many there are to load
   */
  public record Recording(String address, long bytes) {}

  Recordings(Forms forms, Words words, @Value("${hearback.media.folder:}") String folder) {
    problem =
        folder.isEmpty() || Files.isDirectory(Path.of(folder))
            ? null
            : "hearback.media.folder is no folder: " + folder;
    if (folder.isEmpty() || problem != null) {
      return;
    }
    var there = files(Path.of(folder));
    for (var form : forms.all()) {
      for (var question : form.questions()) {
        var key = form.wordsOf(question.key());
        words.languages().forEach(language -> take(there, name(key, language, VOICE)));
        take(there, name(key, SIGN_LANGUAGE, SIGNED));
      }
    }
    there.keySet().forEach(it -> LOG.warn("the recording {} belongs to no question", it));
  }

  /** Why there are none, where some are wanted: a start is refused with it. */
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** Of a question's words in this language. */
  public Optional<Recording> voice(String wordsKey, String language) {
    return Optional.ofNullable(byName.get(name(wordsKey, language, VOICE)));
  }

  /** In British Sign Language. */
  public Optional<Recording> signed(String wordsKey) {
    return Optional.ofNullable(byName.get(name(wordsKey, SIGN_LANGUAGE, SIGNED)));
  }

  Optional<Path> find(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private void take(Map<String, Path> there, String name) {
    var file = there.remove(name);
    if (file == null) {
      return;
    }
    try {
      int dot = name.lastIndexOf('.');
      var hash = Resources.sha256(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var address = hash.substring(0, HASH_LENGTH) + name.substring(dot);
      byAddress.put(address, file);
      byName.put(name, new Recording("/media/" + address, Files.size(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      var byName = new TreeMap<String, Path>();
      files.filter(Files::isRegularFile).forEach(it -> byName.put(it.getFileName().toString(), it));
      return byName;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String wordsKey, String language, String type) {
    return wordsKey + "." + language + "." + type;
  }
}
