package org.hearback.theme;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text as numbers that a theme can be learnt from: one that is always 1, its direction, and how
 * much its words stand out. Words that only one example holds are left out. Immutable.
 *
 * @param dimensions of a direction
 * @param places of a word, counted from 1
 * @param rarity of a word among the examples
 */
record Traits(int dimensions, Map<String, Integer> places, Map<String, Double> rarity) {
  // How much words count beside meaning.
  private static final double WORDS = 1.4;

  /**
   * @param examples the words of each
   */
  static Traits of(List<List<String>> examples, int dimensions) {
    var count = new TreeMap<String, Integer>();
    for (var example : examples) {
      for (var word : new HashSet<>(example)) {
        count.merge(word, 1, Integer::sum);
      }
    }
    var places = new HashMap<String, Integer>();
    var rarity = new HashMap<String, Double>();
    for (var word : count.entrySet()) {
      if (word.getValue() > 1) {
        places.put(word.getKey(), dimensions + places.size() + 2);
        rarity.put(word.getKey(), Math.log((double) examples.size() / word.getValue()));
      }
    }
    return new Traits(dimensions, Map.copyOf(places), Map.copyOf(rarity));
  }

  int count() {
    return 1 + dimensions + places.size();
  }

  /**
   * @param words of the text, as {@link #words} gives them
   */
  Feature[] of(List<String> words, float[] direction) {
    var features = new ArrayList<Feature>();
    features.add(new FeatureNode(1, 1));
    for (int at = 0; at < direction.length; at++) {
      features.add(new FeatureNode(at + 2, direction[at]));
    }
    var held = new TreeMap<Integer, Double>();
    for (var word : words) {
      var place = places.get(word);
      if (place != null) {
        held.merge(place, rarity.getOrDefault(word, 0.0), (one, _) -> one);
      }
    }
    double length = Math.sqrt(held.values().stream().mapToDouble(it -> it * it).sum());
    if (length > 0) {
      held.forEach((place, worth) -> features.add(new FeatureNode(place, WORDS * worth / length)));
    }
    return features.toArray(Feature[]::new);
  }

  /** As the index holds them. */
  static List<String> words(String english) {
    return Analysis.words(Analysis.ANALYZER, Endings.ENGLISH.field(), english);
  }
}
