package org.hearback.tryout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.hearback.journey.Audience;

/** What people of the sample council say, by language. Immutable, safe for any thread. */
final class Sentences {
  private static final List<String> WORKERS =
      List.of("Ms Ardley", "Mr Pennick", "Dr Oswin", "Mrs Vale");

  /** What a sample reader takes out where the redactor has left it. */
  static final List<String> SCHOOLS = List.of("Larkhollow", "Thornwick House", "Millbeck Academy");

  private final Map<String, List<Sentence>> byLanguage = new HashMap<>();

  /**
   * @param tone + good, 0 neither, - poor
   * @param who P parents and carers, Y the young, W staff, A partner agencies
   * @param english what it says; empty for English
   */
  record Sentence(String topic, char tone, char who, String words, String english) {}

  Sentences(List<String> languages) {
    languages.forEach(language -> byLanguage.put(language, read(language)));
  }

  List<Sentence> of(String language, Audience audience) {
    char who =
        switch (audience) {
          case PARENT, CARER -> 'P';
          case CHILD, YOUNG_PERSON, CARE_LEAVER -> 'Y';
          case STAFF -> 'W';
          case PARTNER -> 'A';
        };
    return byLanguage.getOrDefault(language, byLanguage.get("en")).stream()
        .filter(sentence -> sentence.who() == who)
        .toList();
  }

  /** What a text made of these sentences says in English, as a sample reader writes it. */
  String english(String language, String text) {
    var sentences = byLanguage.getOrDefault(language, List.of());
    return sentences.stream()
        .filter(sentence -> text.contains(sentence.words()))
        .sorted(Comparator.comparing(sentence -> text.indexOf(sentence.words())))
        .map(Sentence::english)
        .collect(Collectors.joining(" "));
  }

  /** Puts names into the gaps of a sentence. */
  static String filled(String words, Random random) {
    return words
        .replace("{worker}", WORKERS.get(random.nextInt(WORKERS.size())))
        .replace("{school}", SCHOOLS.get(random.nextInt(SCHOOLS.size())))
        .replace("{phone}", "07700 900%03d".formatted(random.nextInt(1000)));
  }

  private static List<Sentence> read(String language) {
    var file = "/tryout/sentences-" + language + ".txt";
    try (var in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + file);
      }
      var sentences = new ArrayList<Sentence>();
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      for (var line : lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList()) {
        var parts = line.split(" \\| ", 5);
        sentences.add(
            new Sentence(
                parts[0],
                parts[1].charAt(0),
                parts[2].charAt(0),
                parts[3].strip(),
                parts.length > 4 ? parts[4].strip() : ""));
      }
      return List.copyOf(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
