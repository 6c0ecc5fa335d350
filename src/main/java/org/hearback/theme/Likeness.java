package org.hearback.theme;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How like the examples of each theme an English text is, and how unlike those of the others: a
 * logistic regression a theme over what the text means and which words it holds. It learns from the
 * examples of the book and from comments that people sorted. A text that says several things is as
 * like a theme as the mean of all of it and of the part that is most like it. The step from which
 * on a text belongs to a theme is found on examples that were held back. Immutable, the same for
 * the same examples; safe for any thread.
 */
final class Likeness {
  // Few examples, so plainly; and a theme weighs as much as all others together.
  private static final Regression.Way WAY = new Regression.Way(0.3, 0.05, true);
  private static final int FOLDS = 3;

  // What is held back says too little of a theme with fewer; then half a likelihood is enough.
  private static final int EXAMPLES_LEAST = 4;
  private static final double HALF = 0.5;

  private static final double NEVER = 1.1;

  private static final double[] STEPS = {
    0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9
  };

  /**
   * A text whose themes are known.
   *
   * @param themes keys; none, one or several
   * @param said whether it is a comment that a person sorted, and no example of the book
   */
  record Example(String english, Meant meant, Set<String> themes, boolean said) {
    /** One of the book. */
    Example(String english, Meant meant, Set<String> themes) {
      this(english, meant, themes, false);
    }

    List<String> words() {
      return Traits.words(english);
    }

    List<Text> texts() {
      return meant.texts(words(), english);
    }
  }

  /**
   * A text, or a part of one.
   *
   * @param words as {@link Traits#words} gives them
   */
  record Text(List<String> words, float[] direction) {}

  private record Learnt(Traits traits, Map<String, Regression> themes) {
    Map<String, Double> all(List<Text> texts) {
      var features =
          texts.stream()
              .map(text -> traits.of(text.words(), text.direction()))
              .toArray(Feature[][]::new);
      var all = new LinkedHashMap<String, Double>();
      themes.forEach((theme, regression) -> {
        double whole = regression.of(features[0]);
        double most = Arrays.stream(features).mapToDouble(regression::of).max().orElse(whole);
        all.put(theme, (whole + most) / 2);
      });
      return all;
    }
  }

  private final Learnt learnt;
  private final Map<String, Double> steps;

  private Likeness(Learnt learnt, Map<String, Double> steps) {
    this.learnt = learnt;
    this.steps = Map.copyOf(steps);
  }

  /**
   * Learns; takes seconds where there are some hundred examples. A theme to which people gave too
   * few comments is learnt from the examples of the book alone.
   */
  static Likeness of(List<Example> all) {
    var themes = new LinkedHashMap<String, Boolean>();
    for (var example : all) {
      example.themes().forEach(theme -> themes.computeIfAbsent(theme, it -> isTaught(it, all)));
    }
    boolean taught = themes.containsValue(true);
    var examples = all.stream().filter(it -> taught || !it.said()).toList();
    return new Likeness(learn(examples, themes), steps(examples, themes));
  }

  private static boolean isTaught(String theme, List<Example> all) {
    return all.stream().filter(it -> it.said() && it.themes().contains(theme)).count()
        >= Lesson.LEAST;
  }

  /**
   * @param themes with whether each learns from what people said
   */
  private static Learnt learn(List<Example> examples, Map<String, Boolean> themes) {
    int dimensions = examples.stream().mapToInt(it -> it.meant().whole().length).max().orElse(0);
    var traits = Traits.of(examples.stream().map(Example::words).toList(), dimensions);
    var texts = new Feature[examples.size()][];
    for (int at = 0; at < texts.length; at++) {
      texts[at] = traits.of(examples.get(at).words(), examples.get(at).meant().whole());
    }
    var learnt = new LinkedHashMap<String, Regression>();
    themes.forEach((theme, taught) -> {
      var places =
          IntStream.range(0, texts.length)
              .filter(at -> taught || !examples.get(at).said())
              .toArray();
      var belongs =
          IntStream.of(places)
              .mapToDouble(at -> examples.get(at).themes().contains(theme) ? 1 : 0)
              .toArray();
      var those = IntStream.of(places).mapToObj(at -> texts[at]).toArray(Feature[][]::new);
      Regression.of(those, belongs, traits, WAY)
          .ifPresent(regression -> learnt.put(theme, regression));
    });
    return new Learnt(traits, learnt);
  }

  /** For each theme the step that does best (F1) on examples that were not learnt from. */
  private static Map<String, Double> steps(List<Example> examples, Map<String, Boolean> themes) {
    var held = new ArrayList<Map<String, Double>>();
    examples.forEach(_ -> held.add(Map.of()));
    for (int fold = 0; fold < FOLDS; fold++) {
      var some = new ArrayList<Example>();
      for (int at = 0; at < examples.size(); at++) {
        if (at % FOLDS != fold) {
          some.add(examples.get(at));
        }
      }
      var learnt = learn(some, themes);
      for (int at = fold; at < examples.size(); at += FOLDS) {
        held.set(at, learnt.all(examples.get(at).texts()));
      }
    }
    var steps = new LinkedHashMap<String, Double>();
    themes.forEach((theme, taught) -> {
      var places =
          IntStream.range(0, examples.size()).filter(at -> taught || !examples.get(at).said());
      steps.put(theme, step(theme, places.toArray(), examples, held));
    });
    return steps;
  }

  private static double step(
      String theme, int[] places, List<Example> examples, List<Map<String, Double>> held) {
    long own = IntStream.of(places).filter(at -> examples.get(at).themes().contains(theme)).count();
    if (own < EXAMPLES_LEAST) {
      return HALF;
    }
    double best = 0;
    double at = NEVER;
    for (double step : STEPS) {
      int right = 0;
      int wrong = 0;
      for (int i : places) {
        if (held.get(i).getOrDefault(theme, 0.0) >= step) {
          if (examples.get(i).themes().contains(theme)) {
            right++;
          } else {
            wrong++;
          }
        }
      }
      double figure = 2.0 * right / (right + wrong + own);
      if (figure > best) {
        best = figure;
        at = step;
      }
    }
    return at;
  }

  /**
   * For each theme how likely, from 0 to 1, as if all themes were equally frequent.
   *
   * @param texts an English text and then its parts
   */
  Map<String, Double> all(List<Text> texts) {
    return learnt.all(texts);
  }

  /** From which likelihood on a text belongs to a theme. */
  double step(String theme) {
    return steps.getOrDefault(theme, NEVER);
  }
}
