package org.hearback.theme;

import de.bwaldvogel.liblinear.Feature;
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
  private static final Regression.Way WAY = new Regression.Way(1, 0.01, false);
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
  private static final Map<String, Leaning> UNTAUGHT = new ConcurrentHashMap<>();

  /**
   * A comment of which the side is known.
   *
   * @param words as {@link Traits#words} gives them
   * @param direction of what it means
   */
  record Example(List<String> words, float[] direction, Side side) {
    Feature[] traits(Traits traits) {
      return traits.of(parts(words), direction);
    }
  }

  /** An invented comment. */
  record Invented(String english, Side side) {}

  /**
   * How it did on comments of which people said the side, each learnt from others only.
   *
   * @param told of how many it said a side
   * @param right how often the one that people said
   */
  record Tried(int comments, int told, int right) {
    static final Tried NEVER = new Tried(0, 0, 0);

    private Tried plus(Side said, Optional<Side> guess) {
      return new Tried(
          comments + 1,
          told + (guess.isPresent() ? 1 : 0),
          right + (guess.filter(said::equals).isPresent() ? 1 : 0));
    }
  }

  /**
   * Tells one side.
   *
   * @param step from which likelihood on
   * @param held how likely it found each example when it had not learnt from it
   */
  private record Teller(Regression regression, double step, double[] held) {}

  private final Traits traits;
  private final Optional<Teller> plus;
  private final Optional<Teller> minus;
  private final Tried tried;

  private Leaning(Traits traits, Optional<Teller> plus, Optional<Teller> minus, Tried tried) {
    this.traits = traits;
    this.plus = plus;
    this.minus = minus;
    this.tried = tried;
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
    var invented = INVENTED.computeIfAbsent(meaning.model(), _ -> read(meaning));
    if (said.isEmpty()) {
      return UNTAUGHT.computeIfAbsent(meaning.model(), _ -> of(invented, 0));
    }
    var examples = new ArrayList<>(invented);
    examples.addAll(said);
    return of(examples, said.size());
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

  /**
   * @param said how many of them are people's; they are the last
   */
  private static Leaning of(List<Example> examples, int said) {
    var traits = traits(examples);
    var plus = teller(examples, Side.PLUS, traits);
    var minus = teller(examples, Side.MINUS, traits);
    var tried = Tried.NEVER;
    if (plus.isPresent() && minus.isPresent()) {
      for (int at = examples.size() - said; at < examples.size(); at++) {
        double well = plus.get().held()[at];
        double wrong = minus.get().held()[at];
        tried = tried.plus(examples.get(at).side(), side(plus.get(), well, minus.get(), wrong));
      }
    }
    return new Leaning(traits, plus, minus, tried);
  }

  private static Traits traits(List<Example> examples) {
    int dimensions = examples.stream().mapToInt(it -> it.direction().length).max().orElse(0);
    return Traits.of(examples.stream().map(it -> parts(it.words())).toList(), dimensions);
  }

  Tried tried() {
    return tried;
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
    double well = plus.get().regression().of(text);
    return side(plus.get(), well, minus.get(), minus.get().regression().of(text));
  }

  private static Optional<Side> side(Teller plus, double well, Teller minus, double wrong) {
    if (well >= plus.step() && wrong < DOUBT) {
      return Optional.of(Side.PLUS);
    }
    return wrong >= minus.step() && well < DOUBT ? Optional.of(Side.MINUS) : Optional.empty();
  }

  /** "Not" turns what follows. */
  private static List<String> parts(List<String> words) {
    var parts = new ArrayList<>(words);
    for (int at = 1; at < words.size(); at++) {
      parts.add(words.get(at - 1) + " " + words.get(at));
    }
    return parts;
  }

  private static Optional<Teller> teller(List<Example> examples, Side side, Traits traits) {
    var held = new double[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      var some = new ArrayList<Example>();
      for (int at = 0; at < examples.size(); at++) {
        if (at % FOLDS != fold) {
          some.add(examples.get(at));
        }
      }
      var known = traits(some);
      var learnt = learn(some, side, known);
      for (int at = fold; at < examples.size(); at += FOLDS) {
        var text = examples.get(at).traits(known);
        held[at] = learnt.map(it -> it.of(text)).orElse(0.0);
      }
    }
    return learn(examples, side, traits)
        .map(regression -> new Teller(regression, step(examples, side, held), held));
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

  private static Optional<Regression> learn(List<Example> examples, Side side, Traits traits) {
    return Regression.of(
        examples.stream().map(it -> it.traits(traits)).toArray(Feature[][]::new),
        examples.stream().mapToDouble(it -> it.side() == side ? 1 : 0).toArray(),
        traits,
        WAY);
  }
}
