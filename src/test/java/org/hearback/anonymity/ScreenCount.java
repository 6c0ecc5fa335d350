package org.hearback.anonymity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How many answers of danger the screen's lists put first, and how many ordinary ones: {@code
 * infra/bench/screen}. Files of marked answers, and files of ordinary ones in which nothing is
 * marked.
 */
public final class ScreenCount {
  private static final int LENGTH = 1000;
  private static final int ROUNDS = 3;
  private final boolean shows = !System.getProperty("shows", "").isEmpty();
  private final String half = System.getProperty("half", "");
  private final List<Said> marked = new ArrayList<>();
  private final List<Said> ordinary = new ArrayList<>();

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Said(String id, String language, String text, String level, boolean idiom, String half) {
    Level screened() {
      return Screen.level(text, language == null ? "en" : language);
    }

    boolean first() {
      return screened().compareTo(Level.AMBER) >= 0;
    }
  }

  public static void main(String[] files) throws IOException {
    var count = new ScreenCount();
    for (var file : files) {
      count.read(Path.of(file));
    }
    count.print();
  }

  private void read(Path file) throws IOException {
    var json = new ObjectMapper();
    for (var line : Files.readAllLines(file)) {
      var said = json.readValue(line, Said.class);
      if (said.level() == null) {
        ordinary.add(said);
      } else if (half.isEmpty() || half.equals(said.half())) {
        marked.add(said);
      }
    }
  }

  private void print() {
    Map<String, int[]> rows = new TreeMap<>();
    for (var said : marked) {
      var kind = said.idiom() ? "idiom" : said.level();
      for (var language : List.of(said.language(), "all")) {
        var row = rows.computeIfAbsent(language + " " + kind, _ -> new int[3]);
        row[0]++;
        row[1] += said.first() ? 1 : 0;
        row[2] += said.screened() == Level.RED ? 1 : 0;
      }
      boolean grave = said.level().equals("red") || said.level().equals("amber");
      if (shows && grave != said.first()) {
        System.out.println(
            (grave ? "missed " : "first ") + kind + " " + said.language() + ": " + said.text());
      }
    }
    System.out.println("language kind   answers   put first   as red");
    rows.forEach(
        (kind, row) -> System.out.printf("%-14s %7d %11d %8d%n", kind, row[0], row[1], row[2]));
    printTimes();
    long calm = ordinary.stream().filter(Said::first).count();
    System.out.printf("ordinary       %7d %11d%n", ordinary.size(), calm);
    ordinary.addAll(
        marked.stream().filter(said -> said.level().equals("none") && !said.idiom()).toList());
    System.out.printf(
        "screen red_recall=%.2f amber_recall=%.2f flagged=%.2f idiom_false=%.2f%n",
        share(said -> said.level().equals("red")),
        share(said -> said.level().equals("amber")),
        (double) ordinary.stream().filter(Said::first).count() / ordinary.size(),
        share(Said::idiom));
  }

  /** How long the screen takes for a thousand characters, of all texts one after another. */
  private void printTimes() {
    var all = new StringBuilder();
    marked.forEach(said -> all.append(said.text()).append('\n'));
    ordinary.forEach(said -> all.append(said.text()).append('\n'));
    long[] took = new long[0];
    for (int round = 0; round < ROUNDS; round++) {
      took =
          IntStream.range(0, all.length() / LENGTH)
              .mapToLong(piece -> {
                var text = all.substring(piece * LENGTH, (piece + 1) * LENGTH);
                long since = System.nanoTime();
                Screen.level(text, "en");
                return System.nanoTime() - since;
              })
              .sorted()
              .toArray();
    }
    if (took.length > 0) {
      System.out.printf(
          "a thousand characters: median %.2f ms, p99 %.2f ms%n",
          took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6);
    }
  }

  private double share(Predicate<Said> of) {
    var these = marked.stream().filter(of).toList();
    return (double) these.stream().filter(Said::first).count() / Math.max(1, these.size());
  }
}
