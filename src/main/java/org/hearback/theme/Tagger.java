package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which themes comments belong to: those of whose stored queries one or more find them, and those
 * whose examples they are like; first the theme for which most speaks. A pure function of the book,
 * the lesson and the words; safe for any thread.
 */
final class Tagger {
  /** More say nothing about a comment of a few sentences. */
  static final int TAGS_MOST = 3;

  // Being like the examples counts as much as two queries: each sees what the other misses.
  private static final int LIKENESS = 2;

  // What the examples of the book that was learnt last mean, by model: to read all of them takes
  // seconds, and whoever changes one waits.
  private static final Map<String, Map<String, Meant>> EXAMPLES = new ConcurrentHashMap<>();

  /**
   * A theme and how sure it is.
   *
   * @param queries how many of its queries say so
   * @param alike whether it is like its examples
   * @param likeness to them, from 0 to 1; 0 where no meaning is known
   */
  record Tag(String theme, int queries, boolean alike, double likeness) {
    int strength() {
      return queries + (alike ? LIKENESS : 0);
    }
  }

  private final ThemeBook book;
  private final Lesson lesson;
  // Made when a comment of the language first comes: there are some thousand queries.
  private final Map<Endings, Sieve> sieves;
  // By model.
  private final Map<String, Learnt> learnt = new ConcurrentHashMap<>();

  /** What themes are like, and how comments say which way they point. */
  private record Learnt(Likeness likeness, Leaning leaning) {}

  Tagger(ThemeBook book) {
    this(book, Lesson.NONE, new ConcurrentHashMap<>());
  }

  private Tagger(ThemeBook book, Lesson lesson, Map<Endings, Sieve> sieves) {
    this.book = book;
    this.lesson = lesson;
    this.sieves = sieves;
  }

  /** The same book, which also learns from what people said. */
  Tagger with(Lesson other) {
    return other.said().equals(lesson.said()) ? this : new Tagger(book, other, sieves);
  }

  private Sieve sieve(Endings endings) {
    return sieves.computeIfAbsent(
        endings,
        _ ->
            Sieve.of(
                book.themes().stream()
                    .map(theme -> Stored.of(theme.key(), theme.queries(), endings))
                    .filter(theme -> !theme.queries().isEmpty())
                    .toList()));
  }

  ThemeBook book() {
    return book;
  }

  /** What it learns from beside the book. */
  Lesson lesson() {
    return lesson;
  }

  /**
   * Learns what a theme is like from its examples and from what people said, once; it takes
   * seconds, so whoever makes an index does it, and no page. Until then tags come by queries alone.
   *
   * @param known what an index knows of the meaning of comments
   */
  synchronized void learn(Meaning meaning, Documents.Known known) throws IOException {
    sieve(Endings.ENGLISH);
    if (meaning.isThere() && !learnt.containsKey(meaning.model()) && !book.themes().isEmpty()) {
      var examples = written(meaning);
      var sides = new ArrayList<Leaning.Example>();
      for (var one : lesson.read(meaning, known)) {
        examples.add(one.ofThemes());
        one.ofSide().ifPresent(sides::add);
      }
      learnt.put(meaning.model(), new Learnt(Likeness.of(examples), Leaning.of(sides, meaning)));
    }
  }

  /** Whether likeness counts already, with this model. */
  boolean hasLearnt(Meaning meaning) {
    return learnt.containsKey(meaning.model());
  }

  /** How well it guesses which way comments point. */
  Leaning.Tried tried() {
    return learnt.values().stream()
        .map(one -> one.leaning().tried())
        .findAny()
        .orElse(Leaning.Tried.NEVER);
  }

  /** By words alone. */
  Map<UUID, List<Tag>> tags(List<Comment> comments) throws IOException {
    return tags(comments, Map.of(), Meaning.NONE);
  }

  /**
   * For each comment its tags, the strongest first, at most {@link #TAGS_MOST}.
   *
   * @param meant by its English, for those that have one
   * @param meaning what found it
   */
  Map<UUID, List<Tag>> tags(List<Comment> comments, Map<UUID, Meant> meant, Meaning meaning)
      throws IOException {
    return sorted(comments, meant, meaning, Mentions.NONE).tags();
  }

  /**
   * What comments are about, which way they seem to point, and whom else they talk about.
   *
   * @param mentions keys; the comment's own area may be among them
   * @param sides of those for which one is sure enough
   */
  record Sorted(
      Map<UUID, List<Tag>> tags, Map<UUID, Set<String>> mentions, Map<UUID, Side> sides) {}

  /** Both of the same words, read once. */
  Sorted sorted(List<Comment> comments, Map<UUID, Meant> meant, Meaning meaning, Mentions mentions)
      throws IOException {
    var cutter = new Cutter();
    return ofCut(comments.stream().map(cutter::cut).toList(), meant, meaning, mentions);
  }

  /** The same of comments whose words are known already. */
  Sorted ofCut(
      List<CutComment> comments, Map<UUID, Meant> meant, Meaning meaning, Mentions mentions)
      throws IOException {
    var batch = new Batch(comments);
    var themes = batch.trial(this::sieve);
    var areas = batch.trial(mentions::sieve);
    batch.ask(List.of(themes, areas));
    var sorted = new Sorted(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
    var known = Optional.ofNullable(learnt.get(meaning.model()));
    for (int at = 0; at < comments.size(); at++) {
      var comment = comments.get(at);
      var id = comment.comment().id();
      var found = themes.found().get(at);
      var its = meant.get(id);
      sorted
          .tags()
          .put(
              id,
              its == null || known.isEmpty()
                  ? strongest(found)
                  : strongest(found, comment, its, known.get().likeness()));
      sorted.mentions().put(id, areas.found().get(at).keySet());
      if (its != null && known.isPresent()) {
        known
            .get()
            .leaning()
            .of(comment.inEnglish().orElseThrow().words(), its.whole())
            .ifPresent(side -> sorted.sides().put(id, side));
      }
    }
    return sorted;
  }

  /**
   * Which themes somebody may mean who looks for these English words: those by whose name they are
   * called, and those whose stored queries would find a comment of them; the likeliest first. By
   * name alone until it has learnt: to make the queries ready takes seconds, and somebody waits.
   */
  List<String> meantBy(String typed) {
    var found = sieves.containsKey(Endings.ENGLISH) ? queriedBy(typed) : Map.<String, Integer>of();
    var words = Traits.words(typed);
    var called = book.themes().stream().filter(theme -> isCalled(theme, words)).map(Theme::key);
    var queried =
        found.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey);
    return Stream.concat(called, queried).distinct().limit(TAGS_MOST).toList();
  }

  private Map<String, Integer> queriedBy(String typed) {
    var batch = new Batch(Endings.ENGLISH, typed);
    var trial = batch.trial(this::sieve);
    try {
      batch.ask(List.of(trial));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // all of it is in memory
    }
    return trial.found().getFirst();
  }

  /** By all words of its name, where it has any. */
  private static boolean isCalled(Theme theme, List<String> words) {
    var name = Traits.words(theme.name());
    return !name.isEmpty() && words.containsAll(name);
  }

  private List<Likeness.Example> written(Meaning meaning) {
    var before = EXAMPLES.getOrDefault(meaning.model(), Map.of());
    var read = new HashMap<String, Meant>();
    var examples = new ArrayList<Likeness.Example>();
    for (var theme : book.themes()) {
      for (var said : theme.inEnglish()) {
        var known = Optional.ofNullable(before.get(said)).or(() -> Meant.read(said, meaning));
        known.ifPresent(meant -> {
          read.put(said, meant);
          examples.add(new Likeness.Example(said, meant, Set.of(theme.key())));
        });
      }
    }
    EXAMPLES.put(meaning.model(), Map.copyOf(read));
    return examples;
  }

  private static List<Tag> strongest(Map<String, Integer> found) {
    return strongest(
        found.entrySet().stream()
            .map(theme -> new Tag(theme.getKey(), theme.getValue(), false, 0)));
  }

  private static List<Tag> strongest(
      Map<String, Integer> found, CutComment comment, Meant meant, Likeness likeness) {
    var words = comment.inEnglish().orElseThrow().words();
    var english = comment.comment().inEnglish().orElseThrow().value();
    var all = likeness.all(meant.texts(words, english));
    var themes = new LinkedHashSet<>(found.keySet());
    themes.addAll(all.keySet());
    return strongest(
        themes.stream()
            .map(theme -> {
              double like = all.getOrDefault(theme, 0.0);
              int queries = found.getOrDefault(theme, 0);
              return new Tag(theme, queries, like >= likeness.step(theme), like);
            })
            .filter(tag -> tag.strength() > 0));
  }

  private static List<Tag> strongest(Stream<Tag> tags) {
    return tags.sorted(
            Comparator.comparingInt(Tag::strength).thenComparingDouble(Tag::likeness).reversed())
        .limit(TAGS_MOST)
        .toList();
  }
}
