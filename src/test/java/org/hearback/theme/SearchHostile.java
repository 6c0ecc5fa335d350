package org.hearback.theme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long a search takes at worst, whatever somebody types: {@code infra/bench/hostile}. All that
 * is typed is drawn by a seed, from what costs an engine most.
 */
public final class SearchHostile {
  private static final int LENGTH = Asked.LENGTH_MAX;
  private static final int WARM = 500;
  private static final double GOAL_MILLIS = 200;
  private static final List<String> PARTS =
      List.of(
          "a*",
          "th*",
          "*",
          "\"",
          "\"the the the\"",
          "\"a|b|c d|e|f\"~50",
          "(",
          ")",
          "((((((((((",
          "-",
          "-a",
          "+",
          "|",
          " | ",
          "~2",
          "~9999999999",
          "\\",
          "the",
          "and",
          "worker",
          "late",
          "e-mail",
          "don't",
          "\u0000",
          "\u200f",
          "\uD83D",
          "😢",
          "اجتماع",
          "会议",
          "ﷺ",
          "İ",
          "area:",
          "area:x",
          "when:2026",
          ":",
          "when:99999-Q9",
          "\t",
          "\n",
          " ");

  private SearchHostile() {}

  public static void main(String[] args) throws Exception {
    int comments = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int questions = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
    var areas = SearchSpeed.areas();
    var corpus = new SearchSpeedCorpus(areas);
    var work = Files.createDirectories(Path.of("target/search-speed").toAbsolutePath());
    var times = new ArrayList<Double>();
    var slowest = "";
    int failed = 0;
    int late = 0;
    try (var ours = new SearchSpeedOurs(Files.createTempDirectory(work, "hostile"), areas)) {
      ours.build(ThemeBook.EMPTY, corpus.pages(comments));
      var chance = new SplittableRandom(20_261_128);
      for (int at = -WARM; at < questions; at++) {
        var typed = typed(chance);
        long from = System.nanoTime();
        try {
          ours.found(typed);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
          failed++;
          System.out.printf("failed with %s: %s%n", e.getClass().getName(), shown(typed));
        }
        double took = (System.nanoTime() - from) / 1e6;
        if (at >= 0) {
          if (times.stream().noneMatch(it -> it >= took)) {
            slowest = shown(typed);
          }
          late += took > GOAL_MILLIS ? 1 : 0;
          times.add(took);
        }
      }
    }
    System.out.printf("the slowest: %s%n", slowest);
    System.out.printf(
        Locale.ROOT,
        "hostile comments=%d asked=%d failed=%d over_200_ms=%d p50_ms=%.1f p99_ms=%.1f"
            + " max_ms=%.1f%n",
        comments,
        questions,
        failed,
        late,
        SearchSpeed.percentile(times, 0.5),
        SearchSpeed.percentile(times, 0.99),
        Collections.max(times));
    System.exit(failed == 0 && late == 0 ? 0 : 1);
  }

  /** One part many times, a few at random, or any signs at all; up to what is taken of a text. */
  static String typed(SplittableRandom chance) {
    var text = new StringBuilder();
    int length = 1 + chance.nextInt(LENGTH * 11 / 10);
    var one = PARTS.get(chance.nextInt(PARTS.size()));
    int kind = chance.nextInt(3);
    while (text.length() < length) {
      switch (kind) {
        case 0 -> text.append(one).append(' ');
        case 1 -> text.append(PARTS.get(chance.nextInt(PARTS.size())));
        default -> text.appendCodePoint(chance.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  private static String shown(String typed) {
    return typed.substring(0, Math.min(80, typed.length())).replaceAll("\\p{Cc}", "?")
        + " ("
        + typed.length()
        + ")";
  }
}
