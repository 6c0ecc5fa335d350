package org.hearback.answer;

/** In which way a form is shown, as the tests of every page have it. */
enum Way {
  READ(Face.WRITING),
  /** Nobody on the rota reads the language: ticks alone. */
  UNREAD(new Asking(false, false)),
  TABLET(new Asking(true, true));

  final Asking asking;

  Way(Asking asking) {
    this.asking = asking;
  }
}
