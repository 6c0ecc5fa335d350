package org.hearback.theme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;

/**
 * How well comments are sorted into themes of somebody else's, on sets of {@code {id,text,labels}}:
 * {@code infra/bench/theme-quality}. The book is made by rule, the same for every set: a theme's
 * queries are the words of its name that no other name has, its examples at most thirty comments.
 */
final class ThemeQuality {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXAMPLES_MOST = 30;
  private static final int WORD_LEAST = 4;
  private static final List<Integer> CORRECTIONS = List.of(100, 300, 1000, 2000);

  /**
   * @param side that somebody else gave it; empty where they gave none, or one in the middle
   */
  private record Row(String id, String text, Set<String> labels, Optional<Side> side) {}

  private ThemeQuality() {}

  public static void main(String[] args) throws IOException {
    var last = new StringBuilder("theme-quality");
    System.out.printf(
        "%-10s %7s %7s %7s %-28s %9s%n", "set", "labels", "train", "test", "way", "macro-F1");
    for (int at = 0; at + 1 < args.length; at += 2) {
      var train = read(Path.of(args[at]));
      var test = read(Path.of(args[at + 1]));
      if (args[at].equals(args[at + 1])) {
        train = half(train, 0);
        test = half(test, 1);
      }
      var name = Path.of(args[at]).getFileName().toString().replaceAll("^themes_|\\.jsonl$", "");
      last.append(set(name, train, test));
    }
    System.out.println(last);
    System.exit(0); // the model leaves threads behind
  }

  private static String set(String name, List<Row> train, List<Row> test) throws IOException {
    var labels = labels(train);
    var meaning = MiniLm.meaning();
    var tagger = new Tagger(book(train, labels));
    var meant = new HashMap<UUID, Meant>();
    var comments = new ArrayList<Comment>();
    for (var row : test) {
      var comment = comment(row.text());
      comments.add(comment);
      Meant.read(row.text(), meaning).ifPresent(its -> meant.put(comment.id(), its));
    }
    tagger.learn(meaning, Documents.Known.NOTHING);
    var sides = sides(name, test, comments, meant, meaning);
    double words =
        f1(
            name,
            "queries of the names",
            train,
            test,
            labels,
            tags(tagger.tags(comments), comments));
    double book =
        f1(
            name,
            "book: queries and examples",
            train,
            test,
            labels,
            tags(tagger.tags(comments, meant, meaning), comments));
    var corrected = corrected(name, train, test, labels, tagger, comments, meant);
    var taught = new Tagger(named(tagger.book())).with(lesson(sorted(train)));
    taught.learn(meaning, Documents.Known.NOTHING);
    double learned =
        f1(
            name,
            "names, and all as people's",
            train,
            test,
            labels,
            tags(taught.tags(comments, meant, meaning), comments));
    return " %s_book=%.3f%s %s_learned=%.3f%s"
        .formatted(name, book, corrected, name, learned, sides);
  }

  /** How often something is said of the side, and how often it is what somebody else said. */
  private static String sides(
      String name, List<Row> test, List<Comment> comments, Map<UUID, Meant> meant, Meaning meaning)
      throws IOException {
    var tagger = new Tagger(ThemeFile.read());
    tagger.learn(meaning, Documents.Known.NOTHING);
    var sides = tagger.sorted(comments, meant, meaning, Mentions.NONE).sides();
    int known = 0;
    int told = 0;
    int right = 0;
    for (var side : List.of(Side.PLUS, Side.MINUS)) {
      int of = 0;
      int said = 0;
      int same = 0;
      for (int at = 0; at < test.size(); at++) {
        if (test.get(at).side().filter(side::equals).isPresent()) {
          var guess = Optional.ofNullable(sides.get(comments.get(at).id()));
          of++;
          said += guess.isPresent() ? 1 : 0;
          same += guess.filter(side::equals).isPresent() ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-10s of %5d that %-10s %.2f told, %.3f of these right%n",
          name,
          of,
          side.words(),
          (double) said / of,
          (double) same / said);
      known += of;
      told += said;
      right += same;
    }
    return String.format(
        Locale.ROOT,
        " %s_side_told=%.2f %s_side_right=%.3f",
        name,
        (double) told / known,
        name,
        (double) right / told);
  }

  /**
   * The same book, when people have sorted some of the comments to learn from: drawn by chance,
   * none of them an example.
   */
  private static String corrected(
      String name,
      List<Row> train,
      List<Row> test,
      Set<String> labels,
      Tagger tagger,
      List<Comment> comments,
      Map<UUID, Meant> meant)
      throws IOException {
    var meaning = MiniLm.meaning();
    var examples =
        tagger.book().themes().stream()
            .flatMap(theme -> theme.examples().get("en").stream())
            .collect(Collectors.toSet());
    var people =
        sorted(train).stream()
            .filter(row -> !examples.contains(row.text()))
            .sorted(Comparator.comparing(row -> chance("corrected " + row.id())))
            .toList();
    var last = new StringBuilder();
    for (int some : CORRECTIONS) {
      if (some <= people.size()) {
        var taught = tagger.with(lesson(people.subList(0, some)));
        long began = System.nanoTime();
        taught.learn(meaning, Documents.Known.NOTHING);
        long took = (System.nanoTime() - began) / 1_000_000;
        var way = "book, and %d corrections".formatted(some);
        double figure =
            f1(
                name,
                way,
                train,
                test,
                labels,
                tags(taught.tags(comments, meant, meaning), comments));
        System.out.printf("%-10s %60s %d ms%n", name, "learnt, with reading, in", took);
        last.append(String.format(Locale.ROOT, " %s_corrected_%d=%.3f", name, some, figure));
      }
    }
    return last.toString();
  }

  private static Lesson lesson(List<Row> rows) {
    var comments = new LinkedHashMap<UUID, Comment>();
    var said = new ArrayList<Lesson.Said>();
    for (var row : rows) {
      var comment = comment(row.text());
      comments.put(comment.id(), comment);
      said.add(new Lesson.Said(comment.id(), row.labels(), Optional.empty()));
    }
    return new Lesson(said, ids -> ids.stream().map(comments::get).toList());
  }

  /** What people can sort: a comment has three themes at most, as on the page. */
  private static List<Row> sorted(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.text().isBlank() && row.labels().size() <= Coding.MOST)
        .toList();
  }

  /** Without the examples: where people have sorted all of it, each is there as its own line. */
  private static ThemeBook named(ThemeBook book) {
    return new ThemeBook(
        "named",
        book.themes().stream()
            .map(theme ->
                new Theme(
                    theme.key(),
                    theme.name(),
                    theme.means(),
                    theme.counts(),
                    theme.not(),
                    theme.unclear(),
                    theme.polarity(),
                    theme.areas(),
                    theme.queries(),
                    Map.of("en", List.of())))
            .toList());
  }

  private static List<Set<String>> tags(Map<UUID, List<Tagger.Tag>> tags, List<Comment> comments) {
    return comments.stream()
        .map(comment ->
            tags.get(comment.id()).stream().map(Tagger.Tag::theme).collect(Collectors.toSet()))
        .toList();
  }

  /** Examples in an order that has nothing to do with the file's. */
  private static ThemeBook book(List<Row> train, Set<String> labels) {
    var words = new LinkedHashMap<String, Set<String>>();
    labels.forEach(label -> words.put(label, words(label)));
    var themes = new ArrayList<Theme>();
    for (var label : labels) {
      var own = new TreeSet<>(words.get(label));
      words.forEach((other, theirs) -> {
        if (!other.equals(label)) {
          own.removeAll(theirs);
        }
      });
      var examples =
          train.stream()
              .filter(row -> row.labels().contains(label) && !row.text().isBlank())
              .sorted(Comparator.comparing(row -> chance(row.id())))
              .limit(EXAMPLES_MOST)
              .map(Row::text)
              .toList();
      themes.add(
          new Theme(
              label,
              label,
              label,
              List.of(),
              List.of(),
              List.of(),
              Theme.Polarity.EITHER,
              List.of(),
              Map.of("en", List.copyOf(own)),
              Map.of("en", examples)));
    }
    return new ThemeBook("bench", themes);
  }

  private static Set<String> words(String label) {
    return java.util.Arrays.stream(label.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> word.length() >= WORD_LEAST)
        .filter(word -> !EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double f1(
      String name,
      String way,
      List<Row> train,
      List<Row> test,
      Set<String> labels,
      List<Set<String>> said) {
    double sum = 0;
    for (var label : labels) {
      int right = 0;
      int said1 = 0;
      int true1 = 0;
      for (int at = 0; at < test.size(); at++) {
        boolean is = test.get(at).labels().contains(label);
        boolean says = said.get(at).contains(label);
        right += is && says ? 1 : 0;
        said1 += says ? 1 : 0;
        true1 += is ? 1 : 0;
      }
      if (Boolean.getBoolean("each")) {
        System.out.printf("   %-60s %5d %5d %5d%n", label, true1, said1, right);
      }
      sum += right == 0 ? 0 : 2.0 * right / (said1 + true1);
    }
    double macro = sum / labels.size();
    System.out.printf(
        Locale.ROOT,
        "%-10s %7d %7d %7d %-28s %9.3f%n",
        name,
        labels.size(),
        train.size(),
        test.size(),
        way,
        macro);
    return macro;
  }

  private static Set<String> labels(List<Row> rows) {
    var labels = new TreeSet<String>();
    rows.forEach(row -> labels.addAll(row.labels()));
    return labels;
  }

  private static List<Row> half(List<Row> rows, int which) {
    return rows.stream().filter(row -> (chance(row.id()).charAt(0) & 1) == which).toList();
  }

  private static String chance(String id) {
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Comment comment(String text) {
    return new Comment(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "",
        1,
        "",
        "en",
        RedactedText.stored(text),
        Optional.empty(),
        new Label("a", Audience.PARENT, "", "M3", "2026-11", "en"));
  }

  /** Of v6 from 1, very good, to 5; of phase 1 from -5, very critical, to 5. */
  private static Optional<Side> side(JsonNode row) {
    if (row.path("sentiment").isInt()) {
      int sentiment = row.get("sentiment").asInt();
      return sentiment == 3
          ? Optional.empty()
          : Optional.of(sentiment < 3 ? Side.PLUS : Side.MINUS);
    }
    int criticality = row.path("criticality").asInt();
    return criticality == 0
        ? Optional.empty()
        : Optional.of(criticality > 0 ? Side.PLUS : Side.MINUS);
  }

  private static List<Row> read(Path file) throws IOException {
    var rows = new ArrayList<Row>();
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode row = JSON.readTree(line);
        var labels = new HashSet<String>();
        row.get("labels").forEach(label -> labels.add(label.asText()));
        rows.add(new Row(row.get("id").asText(), row.get("text").asText(""), labels, side(row)));
      }
    }
    return rows;
  }
}
