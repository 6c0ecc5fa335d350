package org.hearback.answer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hearback.form.Content;
import org.hearback.form.Finding;
import org.hearback.form.Form;

/** The models of the pages for content people. */
final class PreviewView {
  private final Content content;

  PreviewView(Content content) {
    this.content = content;
  }

  /**
   * @param live whether a changed file shows at the next look
   */
  Map<String, Object> all(boolean live) {
    var byPlace =
        content.findings().stream()
            .collect(
                Collectors.groupingBy(Finding::where, LinkedHashMap::new, Collectors.toList()));
    var model = new HashMap<String, Object>();
    model.put("live", live);
    model.put("refused", content.refused());
    model.put("languages", languages());
    model.put("rows", content.forms().stream().map(this::row).toList());
    model.put(
        "places",
        byPlace.entrySet().stream()
            .map(place ->
                Map.of(
                    "where", place.getKey(),
                    "findings", place.getValue().stream().map(PreviewView::finding).toList()))
            .toList());
    return model;
  }

  Map<String, Object> one(Content.Entry entry, String language) {
    var form = entry.form();
    var address = PreviewPage.PATH + "/" + entry.where();
    var model = new HashMap<String, Object>();
    // not "title": the layout has a part of that name
    model.put("form", title(form));
    model.put("version", form.version());
    model.put("published", entry.published());
    model.put("page", address + "/page?lang=" + language);
    model.put("language", name(language));
    model.put("tag", language);
    model.put("needsReview", content.words().unreviewed().contains(language));
    model.put("missing", content.words().missing(form, language));
    model.put("findings", content.findings(entry).stream().map(PreviewView::finding).toList());
    model.put(
        "others",
        languages().stream()
            .filter(it -> !it.get("tag").equals(language))
            .map(it -> with(it, "link", address + "?lang=" + it.get("tag")))
            .toList());
    return model;
  }

  private Map<String, Object> row(Content.Entry entry) {
    var form = entry.form();
    var counts =
        content.findings(entry).stream()
            .collect(Collectors.groupingBy(Finding::level, TreeMap::new, Collectors.counting()));
    return Map.of(
        "title", title(form),
        "version", form.version(),
        "state", entry.published() ? "Published" : "Draft",
        "errors", counts.getOrDefault(Finding.Level.ERROR, 0L),
        "warnings", counts.getOrDefault(Finding.Level.WARNING, 0L),
        "cells", languages().stream().map(language -> cell(entry, language)).toList());
  }

  private Map<String, Object> cell(Content.Entry entry, Map<String, Object> language) {
    var tag = String.valueOf(language.get("tag"));
    int missing = content.words().missing(entry.form(), tag).size();
    int all = content.sentences(entry.form());
    var cell = with(language, "missing", missing);
    cell.put("said", missing == 0 ? "All " + all : (all - missing) + " of " + all);
    cell.put("link", PreviewPage.PATH + "/" + entry.where() + "?lang=" + tag);
    return cell;
  }

  private List<Map<String, Object>> languages() {
    return content.words().languages().stream()
        .map(tag ->
            Map.<String, Object>of(
                "tag", tag,
                "name", name(tag),
                "needsReview", content.words().unreviewed().contains(tag)))
        .toList();
  }

  private String name(String language) {
    return content.words().text(language, "language.name");
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "error", finding.isError(),
        "language", finding.language(),
        "key", finding.key(),
        "rule", finding.rule(),
        "sentence", finding.sentence(),
        "wrong", finding.wrong(),
        "mend", finding.mend());
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    var more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  private static String title(Form form) {
    var words = form.name().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
