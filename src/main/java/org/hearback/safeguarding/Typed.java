package org.hearback.safeguarding;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader has put into the form of one answer, so that a page that comes back still holds it.
 *
 * @param fields as posted
 * @param showsRaw whether the words are shown as written, which was audited
 * @param wrongAt the id of the field that has to be put right, empty when nothing is wrong
 * @param wrong what is wrong, in a sentence
 */
record Typed(Map<String, List<String>> fields, boolean showsRaw, String wrongAt, String wrong) {
  private static final String UNDO = "undo-";
  private static final String TAKE = "take-";
  private static final String ALSO = "also-";
  private static final String ENGLISH = "english-";

  static Typed nothing() {
    return read(null);
  }

  static Typed read(@io.micronaut.core.annotation.Nullable String body) {
    var fields = new QueryStringDecoder(body == null ? "" : body, false).parameters();
    return new Typed(fields, false, "", "");
  }

  Typed raw() {
    return new Typed(fields, true, wrongAt, wrong);
  }

  Typed wrong(String at, String sentence) {
    return new Typed(fields, showsRaw, at, sentence);
  }

  /** Whether nothing was put in; the page's own token is none of it. */
  boolean isEmpty() {
    return fields.keySet().stream()
        .noneMatch(name ->
            name.equals("risk")
                || name.startsWith(UNDO)
                || name.startsWith(TAKE)
                || name.startsWith(ALSO)
                || name.startsWith(ENGLISH));
  }

  String risk() {
    return first("risk");
  }

  String note() {
    return first("note").strip();
  }

  /** Further words to take out of the answer to a question, as typed. */
  String take(String question) {
    return first(TAKE + question);
  }

  /** What the answer to a question says in English, as typed. */
  String english(String question) {
    return value(ENGLISH + question);
  }

  /** The same with another rendering under one question. */
  Typed withEnglish(String question, String english) {
    var changed = new HashMap<>(fields);
    changed.put(ENGLISH + question, List.of(english));
    return new Typed(changed, showsRaw, wrongAt, wrong);
  }

  /** What was in doubt and is ticked to be taken out. */
  Set<String> also(String question) {
    return Set.copyOf(fields.getOrDefault(ALSO + question, List.of()));
  }

  /** The numbers of the spans under a question that point to nobody. */
  Set<Integer> undo(String question) {
    return numbers(fields.getOrDefault(UNDO + question, List.of()));
  }

  Decision decision(Risk risk) {
    var undo = new HashMap<String, Set<Integer>>();
    var take = new HashMap<String, List<String>>();
    var english = new HashMap<String, String>();
    fields.forEach((name, values) -> {
      if (name.startsWith(UNDO)) {
        undo.put(name.substring(UNDO.length()), numbers(values));
      } else if (name.startsWith(TAKE)) {
        add(take, name.substring(TAKE.length()), lines(values));
      } else if (name.startsWith(ALSO)) {
        add(take, name.substring(ALSO.length()), lines(values));
      } else if (name.startsWith(ENGLISH) && !values.getFirst().isBlank()) {
        english.put(name.substring(ENGLISH.length()), values.getFirst().strip());
      }
    });
    return new Decision(risk, undo, take, english);
  }

  private static void add(Map<String, List<String>> take, String question, List<String> words) {
    take.computeIfAbsent(question, _ -> new ArrayList<>()).addAll(words);
  }

  private static Set<Integer> numbers(List<String> values) {
    var numbers = new HashSet<Integer>();
    values.stream()
        .filter(value -> value.matches("\\d{1,4}"))
        .forEach(value -> numbers.add(Integer.parseInt(value)));
    return numbers;
  }

  private static List<String> lines(List<String> values) {
    return values.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Any other field, without blanks around it. */
  String value(String name) {
    return first(name).strip();
  }

  private String first(String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }

  @Override
  public String toString() {
    return "Typed[hidden]";
  }
}
