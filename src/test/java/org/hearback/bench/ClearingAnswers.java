package org.hearback.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people wrote whose answers a reader clears: invented ones that say what has to go and what
 * has to stay, the sample answers, and patients' comments where they lie beside the project.
 */
final class ClearingAnswers {
  private static final Path OWN = Path.of("src/test/resources/clearing/answers.txt");
  private static final Path SAMPLES = Path.of("src/test/resources/anonymity/sample-answers.txt");
  private static final Path BESIDE = Path.of("../shared/data/themes/themes_v6.jsonl");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern GOES = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern STAYS = Pattern.compile("<([^>]*)>");
  private static final Pattern TAG = Pattern.compile("\\[[^\\]]*\\]");
  private static final long SEED = 4_2026;
  private static final int WORDS_LEAST = 4;
  private static final int LETTERS_MOST = 1000; // as the form takes them

  /** Of a dozen: the order does not matter, the queue has its own. */
  private static final List<Kind> DOZEN =
      List.of(
          Kind.PLAIN,
          Kind.MARK,
          Kind.UNDO,
          Kind.AMBER,
          Kind.ENGLISH,
          Kind.PLAIN,
          Kind.PLAIN,
          Kind.MARK,
          Kind.PLAIN,
          Kind.UNDO,
          Kind.PLAIN,
          Kind.PLAIN);

  /** What there is to do about an answer. */
  enum Kind {
    PLAIN("plain"),
    MARK("with a mark to add"),
    UNDO("with a mark to undo"),
    AMBER("somebody at risk"),
    ENGLISH("with a rendering");

    final String shown;

    Kind(String shown) {
      this.shown = shown;
    }
  }

  /**
   * One answer.
   *
   * @param risk as the page has it; empty where the reader says what the house's flag says
   * @param goes what points to somebody, each as it stands in the words
   * @param stays what points to nobody and may have been taken out
   * @param english what it says; empty where it is in English
   */
  record Said(
      String language,
      String risk,
      String words,
      List<String> goes,
      List<String> stays,
      String english) {

    /** Whether this is what a page shows, with tags in the place of what is taken out. */
    boolean showsAs(String page) {
      var pattern = new StringBuilder();
      for (var part : TAG.split(page, -1)) {
        pattern.append(pattern.isEmpty() ? "" : ".+?").append(Pattern.quote(part));
      }
      return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(words).matches();
    }

    private Kind kind() {
      if (!risk.equals("none")) {
        return Kind.AMBER;
      }
      if (!english.isEmpty()) {
        return Kind.ENGLISH;
      }
      if (!goes.isEmpty()) {
        return Kind.MARK;
      }
      return stays.isEmpty() ? Kind.PLAIN : Kind.UNDO;
    }
  }

  private final List<Said> own;
  private final List<Said> plain = new ArrayList<>();
  private final boolean comments;

  ClearingAnswers() throws IOException {
    own = read(OWN).map(ClearingAnswers::own).toList();
    plain.addAll(own.stream().filter(said -> said.kind() == Kind.PLAIN).toList());
    plain.addAll(
        read(SAMPLES).filter(ClearingAnswers::isEnglish).map(ClearingAnswers::sample).toList());
    var first = plain.getFirst();
    Collections.shuffle(plain, new Random(SEED));
    plain.remove(first);
    plain.addFirst(first); // one that is surely plain, however few are drawn
    comments = Files.exists(BESIDE);
    if (comments) {
      mixIn(comments());
    }
  }

  /** Whether some of them are real people's. */
  boolean hasComments() {
    return comments;
  }

  /** So many, of all kinds. */
  List<Said> draw(int answers) {
    var drawn = new ArrayList<Said>();
    for (int at = 0; at < answers; at++) {
      var kind = DOZEN.get(at % DOZEN.size());
      var of =
          kind == Kind.PLAIN ? plain : own.stream().filter(said -> said.kind() == kind).toList();
      long before =
          DOZEN.subList(0, at % DOZEN.size()).stream().filter(kind::equals).count()
              + (long) at / DOZEN.size() * Collections.frequency(DOZEN, kind);
      drawn.add(of.get((int) (before % of.size())));
    }
    return drawn;
  }

  /** Every other one is a comment. */
  private void mixIn(List<Said> more) {
    var mixed = new ArrayList<Said>();
    for (int at = 0; at < plain.size(); at++) {
      mixed.add(plain.get(at));
      mixed.add(more.get(at));
    }
    plain.clear();
    plain.addAll(mixed);
  }

  private static List<Said> comments() throws IOException {
    var json = new ObjectMapper();
    var comments = new ArrayList<Said>();
    for (var line : Files.readAllLines(BESIDE)) {
      var words = SPACES.matcher(json.readTree(line).path("text").asText()).replaceAll(" ").strip();
      boolean fits =
          words.split(" ").length >= WORDS_LEAST
              && words.length() <= LETTERS_MOST
              && !words.contains("[");
      if (fits) {
        comments.add(new Said("en", "", words, List.of(), List.of(), ""));
      }
    }
    Collections.shuffle(comments, new Random(SEED));
    return comments;
  }

  private static Stream<String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  private static boolean isEnglish(String line) {
    return line.chars().allMatch(letter -> letter < 128 || letter == '→' || letter == '’');
  }

  private static Said own(String line) {
    var parts = line.split(" \\| ");
    var words = parts[2].replaceAll("[{}<>]", "");
    return new Said(
        parts[0],
        parts[1],
        words,
        GOES.matcher(parts[2]).results().map(found -> found.group(1)).toList(),
        STAYS.matcher(parts[2]).results().map(found -> found.group(1)).toList(),
        parts.length > 3 ? parts[3] : "");
  }

  /** What stands in the place of a tag has to go. */
  private static Said sample(String line) {
    var parts = line.split(" → ");
    var words = parts[0];
    var goes = new ArrayList<String>();
    int from = -1;
    int at = 0;
    for (var part : TAG.split(parts[parts.length - 1], -1)) {
      int found = part.isEmpty() && from >= 0 ? words.length() : words.indexOf(part, at);
      if (from >= 0) {
        goes.add(words.substring(from, found));
      }
      from = found + part.length();
      at = from;
    }
    return new Said("en", "", words, List.copyOf(goes), List.of(), "");
  }
}
