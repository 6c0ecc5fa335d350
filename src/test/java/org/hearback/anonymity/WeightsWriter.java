package org.hearback.anonymity;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Learns the weights of the screen from invented sentences and from the open half of the marked
 * answers, and writes them: {@code infra/screen/train}. A linear separator with squared hinge loss,
 * found by ascent in one coordinate of the dual at a time; the same sentences always give the same
 * file. Ordinary comments of patients are not learnt from: a half of them sets a threshold.
 */
final class WeightsWriter {
  private static final List<String> LANGUAGES =
      List.of("en", "cy", "pl", "ro", "so", "uk", "ar", "ur");
  private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}");
  private static final int BITS = 18;
  private static final int MOST_OF_A_LINE = 25;
  private static final int ROUNDS = 30;
  private static final double COST = 1;

  /** Longer answers are of much more than danger. In words. */
  private static final int LONGEST = 45;

  /** Of the comments of patients that set the English threshold, so many may come first. */
  private static final double FLAGGED = 0.18;

  /**
   * Of ordinary sentences in other languages, whose line was not learnt from, so many may. There
   * are no comments of patients in those languages.
   */
  private static final double ORDINARY_FIRST = 0.2;

  /** Parts of the examples that are left out in turn, to see what has not been learnt. */
  private static final int FOLDS = 4;

  private final Random random = new Random(41);
  private final List<Example> examples = new ArrayList<>();

  /**
   * A sentence, the line that it comes from, whether it tells of danger, and how much it counts:
   * each line counts the same, however many sentences its alternatives make.
   */
  private record Example(String language, int line, boolean danger, int[] features, double cost) {}

  /** An example that was not learnt from, and its score. */
  private record Left(Example example, double score) {}

  /** Weights before they are rounded; the last one is the bias. */
  private record Separator(double[] weights) {
    double of(int[] features) {
      double sum = 0;
      for (int feature : features) {
        sum += weights[feature];
      }
      return sum / Math.sqrt(Math.max(1, features.length)) + weights[weights.length - 1];
    }
  }

  public static void main(String[] files) throws IOException {
    var writer = new WeightsWriter();
    for (var language : LANGUAGES) {
      writer.invented(language, Path.of(files[0], "said-" + language + ".txt"));
    }
    writer.ordinary("en", Path.of("src/main/resources/tryout/sentences-en.txt"));
    writer.ordinary("ar", Path.of("src/main/resources/tryout/sentences-ar.txt"));
    var json = new ObjectMapper();
    for (var file : Arrays.asList(files).subList(3, files.length)) {
      for (var line : Files.readAllLines(Path.of(file))) {
        writer.marked(json.readValue(line, ScreenCount.Said.class));
      }
    }
    var control = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of(files[1]))) {
      control.add(json.readTree(line).get("text").asText());
    }
    writer.write(control, Path.of(files[2]));
  }

  private void invented(String language, Path file) throws IOException {
    int at = examples.size();
    for (var line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        var sentences = new LinkedHashSet<String>();
        for (int more = 0; more < MOST_OF_A_LINE * 2; more++) {
          if (sentences.size() < MOST_OF_A_LINE) {
            sentences.add(said(line.substring(2)));
          }
        }
        for (var sentence : sentences) {
          add(language, at, line.charAt(0) == '+', sentence, sentences.size());
        }
        at++;
      }
    }
  }

  /** What the people of the sample council say is ordinary, but for what they say of safety. */
  private void ordinary(String language, Path file) throws IOException {
    for (var line : Files.readAllLines(file)) {
      var cells = line.split(" \\| ");
      if (!line.startsWith("#") && cells.length > 3 && !cells[0].equals("safe")) {
        add(language, -line.hashCode(), false, cells[3].replaceAll("\\{.*?}", "Jo"), 1);
      }
    }
  }

  private String said(String line) {
    return CHOICE
        .matcher(line)
        .replaceAll(choice -> {
          var either = choice.group(1).split("/");
          return either[random.nextInt(either.length)];
        });
  }

  private void marked(ScreenCount.Said said) {
    boolean danger = said.level().equals("red") || said.level().equals("amber");
    if (said.half().equals("open") && (danger || said.level().equals("none"))) {
      add(said.language(), -said.id().hashCode(), danger, said.text(), 1);
    }
  }

  private void add(String language, int line, boolean danger, String text, int ofTheLine) {
    var sentences = Weights.sentences(Screen.serious(text, language));
    var words = sentences.stream().flatMap(List::stream).toList();
    if (words.size() <= LONGEST) {
      double cost = COST * MOST_OF_A_LINE / ofTheLine;
      examples.add(new Example(language, line, danger, Weights.features(words, 1 << BITS), cost));
    }
  }

  private void write(List<String> control, Path to) throws IOException {
    var left = new ArrayList<Left>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      var seen = learn(line -> Math.floorMod(line, FOLDS) != out);
      examples.stream()
          .filter(it -> Math.floorMod(it.line(), FOLDS) == out)
          .forEach(it -> left.add(new Left(it, seen.of(it.features()))));
    }
    var learnt = learn(_ -> true);
    double unit = unit(learnt);
    var weights = rounded(learnt, unit);
    float bias = (float) learnt.weights()[1 << BITS];
    var shipped = new Weights(weights, (float) unit, bias, 0, 0);
    var setting = new ArrayList<Double>();
    var measured = new ArrayList<Double>();
    for (int at = 0; at < control.size(); at++) {
      double score = shipped.score(Weights.sentences(Screen.serious(control.get(at), "en")));
      (at % 2 == 0 ? setting : measured).add(score);
    }
    double english = quantile(setting, 1 - FLAGGED);
    double others =
        quantile(
            left.stream()
                .filter(it -> !it.example().language().equals("en") && !it.example().danger())
                .map(Left::score)
                .toList(),
            1 - ORDINARY_FIRST);
    try (var out = new DataOutputStream(Files.newOutputStream(to))) {
      out.writeInt(BITS);
      out.writeFloat((float) unit);
      out.writeFloat(bias);
      out.writeFloat((float) english);
      out.writeFloat((float) others);
      out.write(weights);
    }
    print(left, english, others);
    System.out.printf(
        "%d sentences; threshold %.2f English, %.2f others; of the other half of the comments"
            + " %.3f%n",
        examples.size(),
        english,
        others,
        (double) measured.stream().filter(score -> score > english).count() / measured.size());
  }

  /** How it does with lines that were left out while it learnt. */
  private static void print(List<Left> left, double english, double others) {
    for (var language : LANGUAGES) {
      var these = left.stream().filter(it -> it.example().language().equals(language)).toList();
      double threshold = language.equals("en") ? english : others;
      System.out.printf(
          "%s of lines left out: of danger %.3f first, ordinary %.3f%n",
          language,
          share(these.stream().filter(it -> it.example().danger()).toList(), threshold),
          share(these.stream().filter(it -> !it.example().danger()).toList(), threshold));
    }
  }

  private static double share(List<Left> of, double threshold) {
    return (double) of.stream().filter(it -> it.score() > threshold).count() / of.size();
  }

  private Separator learn(IntPredicate lines) {
    var these = new ArrayList<>(examples.stream().filter(it -> lines.test(it.line())).toList());
    var weights = new double[(1 << BITS) + 1];
    var duals = new double[these.size()];
    var order = new ArrayList<Integer>();
    for (int at = 0; at < these.size(); at++) {
      order.add(at);
    }
    var shuffle = new Random(41);
    var separator = new Separator(weights);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, shuffle);
      for (int at : order) {
        var example = these.get(at);
        double sign = example.danger() ? 1 : -1;
        double slack = 1 / (2 * example.cost());
        double slope = sign * separator.of(example.features()) - 1 + slack * duals[at];
        double dual = Math.max(0, duals[at] - slope / (2 + slack));
        double step = sign * (dual - duals[at]);
        duals[at] = dual;
        if (step != 0) {
          double each = step / Math.sqrt(Math.max(1, example.features().length));
          for (int feature : example.features()) {
            weights[feature] += each;
          }
          weights[1 << BITS] += step;
        }
      }
    }
    return separator;
  }

  /** So that all but the very largest weights fit a byte. */
  private static double unit(Separator learnt) {
    var sizes = Arrays.stream(learnt.weights(), 0, 1 << BITS).map(Math::abs).sorted().toArray();
    return sizes[(int) (sizes.length * 0.9995)] / Byte.MAX_VALUE;
  }

  private static byte[] rounded(Separator learnt, double unit) {
    var rounded = new byte[1 << BITS];
    for (int at = 0; at < rounded.length; at++) {
      rounded[at] =
          (byte) Math.clamp(Math.round(learnt.weights()[at] / unit), -127, Byte.MAX_VALUE);
    }
    return rounded;
  }

  private static double quantile(List<Double> of, double share) {
    var sorted = of.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * share));
  }
}
