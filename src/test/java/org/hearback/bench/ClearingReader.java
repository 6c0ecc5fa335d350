package org.hearback.bench;

import java.util.List;
import java.util.regex.Pattern;
import org.hearback.bench.ClearingAnswers.Kind;
import org.hearback.bench.ClearingAnswers.Said;

/**
 * Reads and clears one answer after the other, as somebody does who knows the desk and never lets
 * go of the keys. With {@code tabs} it is somebody who has switched the desk's own keys off and has
 * Tab, the space bar and Enter.
 */
final class ClearingReader {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’_-]*[\\p{L}\\p{M}\\p{N}])?");
  private static final List<String> RISKS = List.of("none", "red", "amber", "L", "C");
  private static final String WORDS = ".sheet-words";
  private static final String FOCUSED = "place => document.activeElement.matches(place)";

  private static final String FRAMED =
      """
      (words) => {
        const here = document.querySelector(".sheet-here"), range = document.createRange();
        if (!here) return false;
        range.selectNodeContents(here.closest(".sheet-words"));
        range.setStartBefore(here);
        return range.toString().startsWith(words);
      }
      """;

  private static final String WHOLE =
      """
      (length) => {
        const here = [...document.querySelectorAll(".sheet-here")], range = document.createRange();
        range.setStartBefore(here[0]);
        range.setEndAfter(here.at(-1));
        return range.toString().length >= length;
      }
      """;

  private static final String STRUCK =
      "() => [...document.querySelectorAll('.sheet-here')].every(it =>"
          + " it.matches('.sheet-struck'))";

  private final ClearingHand hand;
  private final List<Said> answers;
  private final boolean tabs;

  /**
   * What one answer took.
   *
   * @param id of the answer, to look at what became of it
   * @param words that had to be read: of the answer, what was ticked, whom to tell; not the
   *     questions
   * @param decisions what had to be made up one's mind about
   * @param composed words of one's own
   * @param composing keys among the others that wrote them
   * @param waitsMs each page's, from the key on
   */
  record Took(
      String id,
      Said said,
      Kind kind,
      int words,
      int keys,
      int loads,
      int decisions,
      int composed,
      int composing,
      List<Double> waitsMs) {}

  ClearingReader(ClearingHand hand, List<Said> answers, boolean tabs) {
    this.hand = hand;
    this.answers = answers;
    this.tabs = tabs;
  }

  /** From the queue to the first. */
  void start() {
    if (tabs) {
      hand.tabTo("#next");
    }
    hand.send(tabs ? "Enter" : "g");
  }

  /** The answer on the page, until the next is there. */
  Took clear() {
    return new Turn().take();
  }

  private Said said(String shown) {
    return answers.stream()
        .filter(one -> one.showsAs(shown))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody said: " + shown));
  }

  static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }

  /** One answer. */
  private final class Turn {
    private final java.util.ArrayList<Double> waits = new java.util.ArrayList<>();
    private final String id = hand.page().url().replaceAll(".*/", "");
    private final String shown = hand.text(WORDS);
    private final Said said = said(shown);
    private Kind kind = Kind.PLAIN;
    // Does anything left point to a person, and is anyone at risk?
    private int decisions = 2;
    private int read =
        words(shown) + words(hand.text(".sheet-ticks dd")) + words(hand.text("#onward"));
    private int composing;

    Took take() {
      hand.begin();
      hand.scrollThrough();
      undo();
      add();
      render();
      var risk = risk();
      boolean toldWhom = !hand.all("#onward").isEmpty();
      answer(risk);
      if (!risk.equals("none")) {
        kind = Kind.AMBER;
        read += toldWhom ? 0 : words(hand.text("#onward"));
        goOn();
      }
      return new Took(
          id,
          said,
          kind,
          read,
          hand.keys(),
          hand.loads(),
          decisions,
          composing == 0 ? 0 : words(said.english()),
          composing,
          List.copyOf(waits));
    }

    /** What was taken out can only be judged as it was written. */
    private void undo() {
      var wrong = said.stays().stream().filter(words -> !shown.contains(words)).toList();
      if (wrong.isEmpty()) {
        return;
      }
      decisions++;
      if (tabs) {
        hand.tabTo("#raw");
      } else {
        hand.press("r");
      }
      waits.add(hand.send("Enter"));
      read += words(hand.text(WORDS));
      hand.scrollThrough();
      var marks = hand.page().locator("mark.sheet-taken").all();
      for (var mark : marks) {
        var raw = mark.textContent();
        if (wrong.stream().anyMatch(words -> words.contains(raw) || raw.contains(words))) {
          tick("[name^=undo-][value='" + mark.getAttribute("data-value") + "']");
          kind = Kind.UNDO;
        }
      }
    }

    private void tick(String box) {
      decisions++;
      if (tabs) {
        hand.tabTo(box);
      } else {
        hand.pressUntil("n", FOCUSED, box);
      }
      hand.press("Space");
    }

    private void add() {
      var missed = said.goes().stream().filter(shown::contains).toList();
      var doubts = hand.all("mark.sheet-doubt");
      for (var words : missed) {
        kind = Kind.MARK;
        if (doubts.contains(words)) {
          tick("[name^=also-][value=\"" + words + "\"]");
        } else if (!tabs) {
          decisions++;
          frame(words);
        }
      }
      var typed = missed.stream().filter(words -> tabs && !doubts.contains(words)).toList();
      if (!typed.isEmpty()) {
        decisions += typed.size();
        hand.tabTo("[name^=take-]");
        hand.type(String.join("\n", typed));
      }
    }

    private void frame(String words) {
      hand.press("w");
      var first = words.substring(0, 1).toLowerCase(java.util.Locale.ROOT);
      hand.pressUntil(first.matches("\\p{L}") ? first : "ArrowRight", FRAMED, words);
      if (words(words) > 1) {
        hand.pressUntil("Shift+" + lastLetter(words), WHOLE, words.length());
      }
      hand.press("Space");
      if (!hand.is(STRUCK)) {
        throw new IllegalStateException("not struck out: " + words);
      }
    }

    /** That of the last word. */
    private static String lastLetter(String words) {
      var all = WORD.matcher(words).results().toList();
      return all.getLast().group().substring(0, 1).toUpperCase(java.util.Locale.ROOT);
    }

    private void render() {
      if (said.english().isEmpty()) {
        return;
      }
      decisions++;
      kind = Kind.ENGLISH;
      if (tabs) {
        hand.tabTo("[name^=english-]");
      } else {
        hand.press("e");
      }
      int before = hand.keys();
      hand.type(said.english());
      composing = hand.keys() - before;
      if (!tabs) {
        hand.press("Escape");
      }
    }

    /** Where nothing else is said, the house's flag is right. */
    private String risk() {
      if (!said.risk().isEmpty()) {
        return said.risk();
      }
      var flags = hand.all("main .govuk-tag");
      return flags.contains("Red") ? "red" : flags.contains("Amber") ? "amber" : "none";
    }

    private void answer(String risk) {
      int number = RISKS.indexOf(risk);
      if (tabs) {
        hand.tabTo("[name=risk]");
        hand.press("Space");
        for (int down = 0; down < number; down++) {
          hand.press("ArrowDown");
        }
      } else {
        hand.press(String.valueOf(number + 1));
      }
      waits.add(hand.send("Enter"));
    }

    /** Says who deals with it; whom to ring and what is written down later is not clearing. */
    private void goOn() {
      decisions++;
      if (tabs) {
        hand.tabTo("#mine");
      } else {
        hand.press("d");
      }
      waits.add(hand.send("Enter"));
      if (tabs) {
        hand.tabTo("#next");
      }
      waits.add(hand.send(tabs ? "Enter" : "g"));
    }
  }
}
