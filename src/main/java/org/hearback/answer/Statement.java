package org.hearback.answer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * What the accessibility statement says of this build: what the tests proved, and what is known not
 * to work. Read once; immutable, safe for any thread.
 */
@Singleton
final class Statement {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().addModule(new JavaTimeModule()).build();

  private final Tested tested;
  private final List<Known> known;

  /**
   * The last whole run of the tests of these pages, as it wrote it down itself.
   *
   * @param pages how many pages were looked at: each two of form, language, way and mode met; a run
   *     that finds a fault writes nothing
   * @param modes by their names in the tests
   */
  record Tested(
      @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate on,
      int pages,
      List<String> rules,
      List<String> forms,
      List<String> languages,
      List<String> modes) {
    Tested {
      rules = List.copyOf(rules);
      forms = List.copyOf(forms);
      languages = List.copyOf(languages);
      modes = List.copyOf(modes);
    }
  }

  /**
   * Something that does not work.
   *
   * @param who cannot do something because of it
   * @param criterion of WCAG 2.2 that it fails; empty where it is none
   */
  record Known(String what, String who, String criterion, String plan) {}

  Statement() {
    tested = read("tested.yml", new TypeReference<>() {});
    known = read("known.yml", new TypeReference<>() {});
  }

  Tested tested() {
    return tested;
  }

  List<Known> known() {
    return known;
  }

  /** Wholly compliant only where nothing known fails a criterion. */
  boolean compliant() {
    return known.stream().allMatch(it -> it.criterion().isEmpty());
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (var in = Statement.class.getResourceAsStream("/accessibility/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: accessibility/" + file);
      }
      return YAML.readValue(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("accessibility/" + file + " is not as it has to be", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
