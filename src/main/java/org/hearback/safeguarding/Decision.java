package org.hearback.safeguarding;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader decided about one answer.
 *
 * @param undo numbers of spans that point to nobody, by question key
 * @param take further words to take out, by question key, each as it stands in the text
 * @param english what a text says in English, by question key; only where it is in another language
 */
public record Decision(
    Risk risk,
    Map<String, Set<Integer>> undo,
    Map<String, List<String>> take,
    Map<String, String> english) {}
