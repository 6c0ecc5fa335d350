package org.hearback.form;

/**
 * Who must be able to read a sentence, and how hard it may be for them. In the order of the
 * strictness of their limits, so that a sentence for several is judged by the first. Decision 29
 * says where the figures come from.
 */
enum Readership {
  CHILD_4_7("children of 4 to 7", 7, 12),
  CHILD_8_11("children of 8 to 11", 8, 15),
  EASY_READ("people who read Easy Read", 8, 15),
  CARE_LEAVER("care leavers", 9, 20),
  EVERYBODY("everybody", 9, 20),
  YOUNG_PERSON("young people", 10, 20),
  FAMILY("parents and carers", 10, 25),
  PROFESSIONAL("staff and partners", 12, 25);

  private final String who;
  private final int ageMax;
  private final int wordsMax;

  Readership(String who, int ageMax, int wordsMax) {
    this.who = who;
    this.ageMax = ageMax;
    this.wordsMax = wordsMax;
  }

  /** As it is said in a sentence. */
  String who() {
    return who;
  }

  /** The highest reading age of all questions, or of all that stands before them. */
  int ageMax() {
    return ageMax;
  }

  /** The most words of one sentence. */
  int wordsMax() {
    return wordsMax;
  }

  boolean stricterThan(Readership other) {
    return compareTo(other) < 0;
  }

  /** Who reads a form. What is read out to a child is for the youngest. */
  static Readership of(Form form) {
    return switch (form.audience()) {
      case CHILD -> form.use() == Form.Use.SCRIBED ? CHILD_4_7 : CHILD_8_11;
      case YOUNG_PERSON -> YOUNG_PERSON;
      case CARE_LEAVER -> CARE_LEAVER;
      case PARENT, CARER -> FAMILY;
      case STAFF, PARTNER -> PROFESSIONAL;
    };
  }
}
