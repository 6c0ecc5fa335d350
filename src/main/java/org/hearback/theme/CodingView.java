package org.hearback.theme;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearback.anonymity.RedactedText;

/** Turns one comment and the book into what the pages show on which themes are chosen. */
@Singleton
final class CodingView {
  // A theme has the same key in every comment; 0 says that it cannot be told.
  private static final String LETTERS = "123456789abcdefghijklmnopqrstuvwxyz";

  private final ThemeBooks books;
  private final Wording wording;
  private final CommentIndex index;
  private final Meaning meaning;

  CodingView(ThemeBooks books, Wording wording, CommentIndex index, Meaning meaning) {
    this.books = books;
    this.wording = wording;
    this.index = index;
    this.meaning = meaning;
  }

  /**
   * The boxes that are ticked.
   *
   * @param themes keys
   * @param sides which way some of them are said
   */
  record Ticked(List<String> themes, Map<String, Side> sides) {}

  /** What the book of now finds in some comments, and whom else they talk about. */
  Tagger.Sorted sorted(List<Comment> comments, Mentions mentions) {
    try {
      return books.tagger().sorted(comments, meant(comments), meaning, mentions);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // all of it is in memory
    }
  }

  /** What the book of now finds in a comment, the surest first. */
  List<Tagger.Tag> found(Comment comment) {
    return found(List.of(comment)).getOrDefault(comment.id(), List.of());
  }

  /** The same of many. */
  Map<UUID, List<Tagger.Tag>> found(List<Comment> comments) {
    return sorted(comments, Mentions.NONE).tags();
  }

  /**
   * What comments are sorted by at this moment: as long as it is the same, the same words have the
   * same themes.
   *
   * @param learnt whether likeness counts
   * @param knows whether the index knows what comments mean
   */
  record Sorting(Tagger tagger, boolean learnt, boolean knows) {}

  Sorting sorting() {
    var tagger = books.tagger();
    return new Sorting(tagger, tagger.hasLearnt(meaning), index.knows(meaning));
  }

  /** What the index knows of their meaning: nothing is read for a page. */
  private Map<UUID, Meant> meant(List<Comment> comments) {
    if (!index.knows(meaning)) {
      return Map.of();
    }
    return index.read((searcher, _) -> {
      var meant = new HashMap<UUID, Meant>();
      for (var comment : comments) {
        var english = comment.inEnglish();
        if (english.isPresent()) {
          CommentDocument.meant(searcher, comment.id(), english.get().value())
              .ifPresent(its -> meant.put(comment.id(), its));
        }
      }
      return meant;
    });
  }

  /**
   * The words, and all themes with those ticked that are given.
   *
   * @param found what the book finds, to stand first; nothing where nobody is to know it
   */
  Map<String, Object> of(Comment comment, List<Tagger.Tag> found, Ticked ticked, String wrong) {
    var model = new HashMap<String, Object>();
    model.put("coding", true);
    model.put("comment", comment.id());
    model.put("question", wording.question(comment.form(), comment.question()));
    model.put("label", wording.label(comment.label()));
    model.put("language", comment.language());
    model.put("words", comment.words().value());
    model.put("english", comment.english().map(RedactedText::value).orElse(""));
    var first = found.stream().map(Tagger.Tag::theme).toList();
    var all = choices(ticked, found);
    model.put("proposed", all.stream().filter(it -> first.contains(it.get("key"))).toList());
    model.put("others", all.stream().filter(it -> !first.contains(it.get("key"))).toList());
    model.put("wrong", wrong);
    return model;
  }

  /** Who said what of a comment, up to the themes themselves. */
  String by(CodingRow row) {
    return switch (row.coding()) {
      case Coding.Unclear _ -> row.codedBy() + " said that it cannot be told what it is about";
      case Coding.About(var themes, _) when themes.isEmpty() ->
          row.codedBy() + " said that no theme of the book fits";
      case Coding.About _ -> row.codedBy() + " said:";
    };
  }

  /** The same with the themes. */
  String said(CodingRow row) {
    var sides = row.coding().sides();
    var names =
        row.coding().themes().stream()
            .map(theme ->
                wording.theme(theme)
                    + Optional.ofNullable(sides.get(theme))
                        .map(side -> " (" + side.words() + ")")
                        .orElse(""))
            .toList();
    return (by(row) + " " + String.join(", ", names)).strip();
  }

  private List<Map<String, Object>> choices(Ticked ticked, List<Tagger.Tag> found) {
    var choices = new ArrayList<Map<String, Object>>();
    for (var theme : books.now().themes()) {
      int at = choices.size();
      choices.add(
          Map.of(
              "key", theme.key(),
              "name", theme.name(),
              "letter", at < LETTERS.length() ? LETTERS.substring(at, at + 1) : "",
              "sure", sure(theme, found),
              "side", CodingForm.SIDE + theme.key(),
              "sides", sides(theme, Optional.ofNullable(ticked.sides().get(theme.key()))),
              "ticked", ticked.themes().contains(theme.key())));
    }
    return choices;
  }

  /** The first says nothing: how the theme mostly is said is shown, and not counted. */
  private static List<Map<String, Object>> sides(Theme theme, Optional<Side> chosen) {
    var sides = new ArrayList<Map<String, Object>>();
    var usually = theme.usually().map(side -> "usually " + side.sign()).orElse("− 0 +");
    sides.add(Map.of("stored", "", "text", usually, "chosen", false));
    for (var side : Side.values()) {
      sides.add(
          Map.of(
              "stored", Character.toString(side.stored()),
              "text", side.sign() + " " + side.words(),
              "chosen", chosen.filter(side::equals).isPresent()));
    }
    return sides;
  }

  private static String sure(Theme theme, List<Tagger.Tag> found) {
    return found.stream()
        .filter(tag -> tag.theme().equals(theme.key()))
        .findFirst()
        .map(CodingView::sure)
        .orElse("");
  }

  /** How sure the book is, in words. */
  static String sure(Tagger.Tag tag) {
    var queries =
        switch (tag.queries()) {
          case 0 -> "";
          case 1 -> "1 of its queries says so";
          default -> tag.queries() + " of its queries say so";
        };
    if (!tag.alike()) {
      return queries;
    }
    return queries.isEmpty()
        ? "It is like its examples"
        : queries + ", and it is like its examples";
  }
}
