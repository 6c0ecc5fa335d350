package org.hearback.theme;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which way an English comment points, where no person said so: whether something went well in it
 * or went wrong, by what it means, its words and its pairs of words. It learns from invented
 * comments and from those of which people said it. In doubt it says nothing, and of a comment that
 * tells of both, or of neither, nothing is right. Immutable, the same for the same examples; safe
 * for any thread.
 */
final class Leaning {
  private static final String FILE = "/theme/leaning-en.txt";
  private static final double COST = 1;
  private static final double EXACT = 0.01;
  private static final int FOLDS = 5;

  /**
   * Of what is said of examples that were held back, so much has to be right. They are hard on
   * purpose: of what people write more is.
   */
  private static final double RIGHT = 0.8;

  /** Where the other side is as likely as this, nothing is said. */
  private static final double DOUBT = 0.25;

  private static final double LEAST = 0.5;
  private static final double STEP = 0.025;
  private static final double NEVER = 1.1;

  // By model: to read all of them takes seconds, and a book is changed while somebody waits.
  private static final Map<String, List<Example>> INVENTED = new ConcurrentHashMap<>();

  /**
   * A comment of which the side is known.
   *
   * @param words as {@link Traits#words} gives them
   * @param direction of what it means
   */
  record Example(List<String> words, float[] direction, Side side) {}

  /** An invented comment. */
  record Invented(String english, Side side) {}

  /**
   * Tells one side.
   *
   * @param step from which likelihood on
   */
  private record Teller(Model model, double step) {
    double of(Feature[] text) {
      var probabilities = new double[2];
      Linear.predictProbability(model, text, probabilities);
      return probabilities[model.getLabels()[0] == 1 ? 0 : 1];
    }
  }

  static {
    Linear.disableDebugOutput();
  }

  private final Traits traits;
  private final Optional<Teller> plus;
  private final Optional<Teller> minus;

  private Leaning(Traits traits, Optional<Teller> plus, Optional<Teller> minus) {
    this.traits = traits;
    this.plus = plus;
    this.minus = minus;
  }

  /** Those that ship with it. */
  static List<Invented> invented() {
    try (InputStream in = Leaning.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> new Invented(line.substring(2), Side.of(line.charAt(0)).orElseThrow()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Learns from what is invented and from what people said; takes part of a second, and seconds
   * when a model first reads it.
   *
   * @param said comments of which people said it
   */
  static Leaning of(List<Example> said, Meaning meaning) {
    var examples = new ArrayList<>(INVENTED.computeIfAbsent(meaning.model(), _ -> read(meaning)));
    examples.addAll(said);
    return of(examples);
  }

  private static List<Example> read(Meaning meaning) {
    var read = new ArrayList<Example>();
    for (var one : invented()) {
      meaning
          .of(one.english())
          .map(direction -> new Example(Traits.words(one.english()), direction, one.side()))
          .ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  private static Leaning of(List<Example> examples) {
    int dimensions = examples.stream().mapToInt(it -> it.direction().length).max().orElse(0);
    var traits = Traits.of(examples.stream().map(it -> parts(it.words())).toList(), dimensions);
    return new Leaning(
        traits,
        teller(examples, Side.PLUS, dimensions, traits),
        teller(examples, Side.MINUS, dimensions, traits));
  }

  /**
   * What it says of a text; empty where it is not sure.
   *
   * @param direction of what it means
   */
  Optional<Side> of(List<String> words, float[] direction) {
    if (plus.isEmpty() || minus.isEmpty()) {
      return Optional.empty();
    }
    var text = traits.of(parts(words), direction);
    double well = plus.get().of(text);
    double wrong = minus.get().of(text);
    if (well >= plus.get().step() && wrong < DOUBT) {
      return Optional.of(Side.PLUS);
    }
    return wrong >= minus.get().step() && well < DOUBT ? Optional.of(Side.MINUS) : Optional.empty();
  }

  /** "Not" turns what follows. */
  private static List<String> parts(List<String> words) {
    var parts = new ArrayList<>(words);
    for (int at = 1; at < words.size(); at++) {
      parts.add(words.get(at - 1) + " " + words.get(at));
    }
    return parts;
  }

  private static Optional<Teller> teller(
      List<Example> examples, Side side, int dimensions, Traits traits) {
    var model = train(examples, side, traits);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    var held = new double[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      var some = new ArrayList<Example>();
      for (int at = 0; at < examples.size(); at++) {
        if (at % FOLDS != fold) {
          some.add(examples.get(at));
        }
      }
      var known = Traits.of(some.stream().map(it -> parts(it.words())).toList(), dimensions);
      var learnt = train(some, side, known);
      for (int at = fold; at < examples.size(); at += FOLDS) {
        var text = known.of(parts(examples.get(at).words()), examples.get(at).direction());
        held[at] = learnt.map(it -> new Teller(it, NEVER).of(text)).orElse(0.0);
      }
    }
    return Optional.of(new Teller(model.get(), step(examples, side, held)));
  }

  /** The lowest from which on enough is right. */
  private static double step(List<Example> examples, Side side, double[] held) {
    for (double step = LEAST; step < 1; step += STEP) {
      int said = 0;
      int right = 0;
      for (int at = 0; at < held.length; at++) {
        if (held[at] >= step) {
          said++;
          right += examples.get(at).side() == side ? 1 : 0;
        }
      }
      if (said > 0 && right >= RIGHT * said) {
        return step;
      }
    }
    return NEVER;
  }

  private static Optional<Model> train(List<Example> examples, Side side, Traits traits) {
    var is = examples.stream().mapToDouble(it -> it.side() == side ? 1 : 0).toArray();
    long own = examples.stream().filter(it -> it.side() == side).count();
    if (own == 0 || own == is.length) {
      return Optional.empty();
    }
    var problem = new Problem();
    problem.l = is.length;
    problem.n = traits.count();
    problem.x =
        examples.stream()
            .map(it -> traits.of(parts(it.words()), it.direction()))
            .toArray(Feature[][]::new);
    problem.y = is;
    problem.bias = -1; // one of the traits stands for it
    return Optional.of(Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, EXACT)));
  }
}
