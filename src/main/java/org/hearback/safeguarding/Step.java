package org.hearback.safeguarding;

/** A step of the escalation of one concern. Stored by {@link #number()}. */
enum Step {
  /** Whoever is asked while the desk is closed, where the council agreed that with them. */
  NIGHT(0),
  /** The readers on duty. */
  FIRST(1),
  /** The deputies too. */
  HALF(2),
  /** The leads. */
  OVERDUE(3);

  private final int number;

  Step(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
