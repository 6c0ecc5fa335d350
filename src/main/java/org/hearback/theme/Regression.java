package org.hearback.theme;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How likely a text is one of a kind, learnt from texts that are and texts that are not: a logistic
 * regression. Immutable, the same for the same texts; safe for any thread.
 */
final class Regression {
  static {
    Linear.disableDebugOutput();
  }

  private final Model model;

  private Regression(Model model) {
    this.model = model;
  }

  /**
   * How it learns.
   *
   * @param cost how much the texts weigh against plainness
   * @param exact where it stops; smaller takes longer
   * @param even whether the texts that are of the kind weigh as much as those that are not, however
   *     few they are
   */
  record Way(double cost, double exact, boolean even) {}

  /**
   * Empty where all are of the kind, or none.
   *
   * @param texts by their traits
   * @param is 1 for each that is of the kind, 0 for the others
   */
  static Optional<Regression> of(Feature[][] texts, double[] is, Traits traits, Way way) {
    double own = DoubleStream.of(is).sum();
    if (own == 0 || own == is.length) {
      return Optional.empty();
    }
    var problem = new Problem();
    problem.l = texts.length;
    problem.n = traits.count();
    problem.x = texts;
    problem.y = is;
    problem.bias = -1; // one of the traits stands for it
    var parameter = new Parameter(SolverType.L2R_LR, way.cost(), way.exact());
    if (way.even()) {
      parameter.setWeights(
          new double[] {is.length / (2 * own), is.length / (2 * (is.length - own))},
          new int[] {1, 0});
    }
    return Optional.of(new Regression(Linear.train(problem, parameter)));
  }

  /** From 0 to 1. */
  double of(Feature[] text) {
    var probabilities = new double[2];
    Linear.predictProbability(model, text, probabilities);
    return probabilities[model.getLabels()[0] == 1 ? 0 : 1];
  }
}
