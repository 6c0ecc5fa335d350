package org.hearback.theme;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * Made-up comments of 10 to 120 words, each by its number alone, so that none has to be kept. Their
 * sentences are those of patients' comments beside the project, where they lie there, and of the
 * theme book's examples; most have some words changed for others, drawn by rank as in a language
 * (Zipf), and some are drawn word by word. The far ranks are words that nobody has: as names of
 * places and slips of the thumb are.
 */
final class SearchSpeedCorpus {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 6_2026;
  private static final int WORDS_LEAST = 10;
  private static final int WORDS_MOST = 120;
  private static final int RANKS = 300_000;
  private static final double ZIPF_SHIFT = 2.7;
  private static final int PAGE = 1000; // as a rebuild reads them

  private static final double ENGLISH = 0.88;
  private static final double NO_LANGUAGE = 0.02;
  private static final double WORD_BY_WORD = 0.15;
  private static final double AS_IT_IS = 0.4;
  private static final double CHANGED_WORDS = 0.06;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final List<String> MILESTONES =
      List.of("M3", "M6", "M9", "M10", "M11", "M13", "M16", "");

  private final ServiceAreas areas;
  private final List<String> labelled;
  private final List<String[]> english = new ArrayList<>();
  private final Map<String, List<String>> others = new HashMap<>();
  private final String[] ranked;
  private final boolean real;

  SearchSpeedCorpus(ServiceAreas areas) throws IOException {
    this.areas = areas;
    labelled = labelled(areas);
    for (var theme : ThemeFile.read().themes()) {
      theme
          .examples()
          .forEach((language, examples) -> {
            if (language.equals("en")) {
              examples.forEach(this::sentence);
            } else {
              others.computeIfAbsent(language, _ -> new ArrayList<>()).addAll(examples);
            }
          });
    }
    var beside = Path.of("../shared/data/themes");
    real = Files.isDirectory(beside);
    if (real) {
      for (var file : List.of("themes_v6.jsonl", "themes_phase1.jsonl")) {
        for (var line : Files.readAllLines(beside.resolve(file))) {
          SENTENCE.splitAsStream(JSON.readTree(line).path("text").asText()).forEach(this::sentence);
        }
      }
    }
    ranked = ranked();
  }

  private void sentence(String text) {
    var words = text.strip().split("\\s+");
    if (words.length > 2 && words.length < WORDS_MOST / 2) {
      english.add(words);
    }
  }

  /** Leaves often, what is above them seldom, as labels are coarsened. */
  private static List<String> labelled(ServiceAreas areas) {
    var all = new ArrayList<String>();
    for (var area : areas.parents().keySet().stream().sorted().toList()) {
      boolean leaf = areas.children(area).isEmpty();
      for (int times = leaf ? 4 + area.length() % 9 : 1; times > 0; times--) {
        all.add(area);
      }
    }
    all.add(areas.council());
    return all;
  }

  /** The words of the sentences, the most frequent first, and then words that nobody has. */
  private String[] ranked() {
    var often = new HashMap<String, Integer>();
    for (var sentence : english) {
      for (var word : sentence) {
        var plain = plain(word);
        if (!plain.isEmpty()) {
          often.merge(plain, 1, Integer::sum);
        }
      }
    }
    var ranks = new String[RANKS];
    int rank = 0;
    var first =
        often.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    for (; rank < Math.min(RANKS, first.size()); rank++) {
      ranks[rank] = first.get(rank);
    }
    for (; rank < RANKS; rank++) {
      ranks[rank] = syllables(rank);
    }
    return ranks;
  }

  private static String plain(String word) {
    return NO_WORD.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String syllables(int number) {
    var word = new StringBuilder();
    for (int left = number; left > 0; left /= 90) {
      word.append("bcdfghjklmnprstvwz".charAt(left % 18)).append("aeiou".charAt(left / 18 % 5));
    }
    return word.append("qx").toString();
  }

  /** Whether there were sentences of people, and not only those of the theme book. */
  boolean isOfPeople() {
    return real;
  }

  Comment comment(long number) {
    var chance = new SplittableRandom(SEED * 1_000_003 + number);
    var language = language(chance.nextDouble(), chance);
    double share = chance.nextDouble();
    int length = WORDS_LEAST + (int) ((WORDS_MOST - WORDS_LEAST + 1) * share * share);
    var words =
        others.containsKey(language)
            ? ofOthers(others.get(language), length, chance)
            : ofEnglish(length, chance);
    // Ascending, as a rebuild reads comments by their random ids.
    long high = number << 42 | chance.nextLong() >>> 22;
    return new Comment(
        new UUID(high, chance.nextLong()),
        new UUID(chance.nextLong(), chance.nextLong()),
        "assessment-parent",
        1,
        "words",
        language,
        RedactedText.stored(words),
        Optional.empty(),
        label(language.equals("und") ? "" : language, chance));
  }

  private String language(double share, SplittableRandom chance) {
    if (share < ENGLISH) {
      return "en";
    }
    if (share < ENGLISH + NO_LANGUAGE) {
      return "und";
    }
    var tags = others.keySet().stream().sorted().toList();
    return tags.get(chance.nextInt(tags.size()));
  }

  private Label label(String language, SplittableRandom chance) {
    var audiences = Audience.values();
    int year = 2024 + chance.nextInt(3);
    int month = 1 + chance.nextInt(12);
    var period =
        switch (chance.nextInt(8)) {
          case 0 -> Integer.toString(year);
          case 1, 2 -> year + "-Q" + ((month - 1) / 3 + 1);
          default -> "%d-%02d".formatted(year, month);
        };
    return new Label(
        labelled.get(chance.nextInt(labelled.size())),
        audiences[chance.nextInt(audiences.length)],
        "",
        MILESTONES.get(chance.nextInt(MILESTONES.size())),
        period,
        language);
  }

  private static String ofOthers(List<String> examples, int length, SplittableRandom chance) {
    var words = new ArrayList<String>();
    while (words.size() < length) {
      words.addAll(Arrays.asList(examples.get(chance.nextInt(examples.size())).split("\\s+")));
    }
    return String.join(" ", words.subList(0, length));
  }

  private String ofEnglish(int length, SplittableRandom chance) {
    var words = new ArrayList<String>();
    while (words.size() < length) {
      double kind = chance.nextDouble();
      if (kind < WORD_BY_WORD) {
        for (int more = 6 + chance.nextInt(12); more > 0; more--) {
          words.add(drawn(chance));
        }
        words.add(drawn(chance) + ".");
      } else {
        boolean asItIs = kind < WORD_BY_WORD + AS_IT_IS;
        for (var word : english.get(chance.nextInt(english.size()))) {
          words.add(asItIs || chance.nextDouble() >= CHANGED_WORDS ? word : drawn(chance));
        }
      }
    }
    return String.join(" ", words.subList(0, length));
  }

  private String drawn(SplittableRandom chance) {
    double rank =
        ZIPF_SHIFT * Math.pow((RANKS + ZIPF_SHIFT) / ZIPF_SHIFT, chance.nextDouble()) - ZIPF_SHIFT;
    return ranked[Math.min(RANKS - 1, (int) rank)];
  }

  /** The area right below the council that a label stands under; empty for the council. */
  String branch(Label label) {
    var upwards = areas.upwards(label.area());
    return upwards.size() < 2 ? "" : upwards.get(upwards.size() - 2);
  }

  /** Pages of comments, how long it took to make them up, and how much they say. */
  static final class Pages implements Iterator<List<Comment>> {
    private final SearchSpeedCorpus corpus;
    private final long size;
    private long next;
    private long nanos;
    private long bytes;
    private long words;

    Pages(SearchSpeedCorpus corpus, long size) {
      this.corpus = corpus;
      this.size = size;
    }

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public List<Comment> next() {
      long from = System.nanoTime();
      var page = new ArrayList<Comment>();
      for (; page.size() < PAGE && next < size; next++) {
        var comment = corpus.comment(next);
        page.add(comment);
        var text = comment.words().value();
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        words += 1 + text.chars().filter(letter -> letter == ' ').count();
      }
      nanos += System.nanoTime() - from;
      return page;
    }

    long nanos() {
      return nanos;
    }

    long made() {
      return next;
    }

    /** Of text, in UTF-8. */
    long bytes() {
      return bytes;
    }

    long words() {
      return words;
    }
  }

  Pages pages(long size) {
    return new Pages(this, size);
  }

  List<Comment> first(int many) {
    var all = new ArrayList<Comment>();
    for (int number = 0; number < many; number++) {
      all.add(comment(number));
    }
    return all;
  }
}
