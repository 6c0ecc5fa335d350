package org.hearback.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a compiled sheet gives to its colours, as a browser would work them out. */
final class StyleSheet {
  private static final Pattern BLOCK =
      Pattern.compile("(@media[^{]*)\\{((?:[^{}]*\\{[^{}]*\\})*)\\}|([^{}@]+)\\{([^{}]*)\\}");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern NAMED = Pattern.compile("(--hb-[a-z-]+):\\s*([^;]+)");
  private static final Pattern REFERENCE = Pattern.compile("var\\((--hb-[a-z-]+)\\)");
  private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String media, List<String> selectors, String body) {}

  StyleSheet(String css) {
    var blocks = BLOCK.matcher(css);
    while (blocks.find()) {
      if (blocks.group(1) == null) {
        add("", blocks.group(3), blocks.group(4));
        continue;
      }
      var media = blocks.group(1).replace("@media", "").strip();
      RULE.matcher(blocks.group(2)).results().forEach(it -> add(media, it.group(1), it.group(2)));
    }
  }

  private void add(String media, String selectors, String body) {
    rules.add(new Rule(media, List.of(selectors.strip().split("\\s*,\\s*")), body));
  }

  /**
   * The colours of one element: later rules win, as all of them are equally specific, except the
   * last one, which comes last anyway.
   *
   * @param selectors that fit the element
   * @param media that are on
   */
  Map<String, String> colours(Set<String> selectors, Set<String> media) {
    var values = new LinkedHashMap<String, String>();
    for (var rule : rules) {
      boolean on = rule.media.isEmpty() || media.contains(rule.media);
      if (on && rule.selectors.stream().anyMatch(selectors::contains)) {
        NAMED.matcher(rule.body).results().forEach(it -> values.put(it.group(1), it.group(2)));
      }
    }
    var colours = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> {
      var colour = resolved(value.strip(), values);
      if (HEX.matcher(colour).matches()) {
        colours.put(name, colour);
      }
    });
    return colours;
  }

  private static String resolved(String value, Map<String, String> values) {
    var reference = REFERENCE.matcher(value);
    return reference.matches()
        ? resolved(values.getOrDefault(reference.group(1), ""), values)
        : value;
  }

  /** WCAG 2.2, contrast ratio: 1 to 21. */
  static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
