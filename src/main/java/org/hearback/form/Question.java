package org.hearback.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One question of a form. Every question can be skipped. The kinds are closed: a new one does not
 * compile until everything that must know it does.
 */
public sealed interface Question {

  /** Unique within the form, the same in every language and version. */
  String key();

  /** What can be ticked; empty for free text. */
  List<Option> options();

  /** The core item this question feeds, if any. */
  Optional<CoreItem> item();

  /**
   * Exactly one option may be ticked.
   *
   * @param look how the options are shown: a scale, yes/a bit/no, faces, or a plain list
   */
  record PickOne(String key, Optional<CoreItem> item, Look look, List<Option> options)
      implements Question {
    public PickOne {
      options = List.copyOf(options);
    }
  }

  /** Any number of options may be ticked. */
  record PickMany(String key, Optional<CoreItem> item, List<Option> options) implements Question {
    public PickMany {
      options = List.copyOf(options);
    }
  }

  /**
   * Free text. "Please don't write names" stands beside each.
   *
   * @param lengthMax in code points
   */
  record OpenText(String key, int lengthMax) implements Question {
    /** Up to here a text is short: one sentence, in a box of two lines. */
    private static final int SHORT_MAX = 200;

    /** Whether one sentence is asked for. */
    public boolean isShort() {
      return lengthMax <= SHORT_MAX;
    }

    @Override
    public List<Option> options() {
      return List.of();
    }

    @Override
    public Optional<CoreItem> item() {
      return Optional.empty();
    }
  }

  /**
   * Asked so that a professional who is worried rings now, and for nothing else. Exactly one option
   * may be ticked. A reader on duty sees the tick; it is never stored as feedback and feeds no
   * item.
   */
  record Refer(String key, List<Option> options) implements Question {
    public Refer {
      options = List.copyOf(options);
    }

    @Override
    public Optional<CoreItem> item() {
      return Optional.empty();
    }
  }

  /** How one-of-several is shown. All but a list of one's own options share their words. */
  enum Look {
    AGREE,
    YES_BIT_NO,
    /** Three faces with words: happy, in between, sad. */
    FACE3,
    /** Five faces with words, from very happy to very sad. */
    FACE5,
    LIST;

    /** The i18n prefix of the words that its options have in every form; empty for a list. */
    public Optional<String> sharedWords() {
      return this == LIST
          ? Optional.empty()
          : Optional.of("look." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".");
    }

    /** Whether each option is shown with a face. */
    public boolean hasFaces() {
      return this == FACE3 || this == FACE5;
    }
  }
}
