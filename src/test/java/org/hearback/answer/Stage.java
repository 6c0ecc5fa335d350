package org.hearback.answer;

/** Where in a form somebody is. */
enum Stage {
  BEFORE,
  FIRST,
  MIDDLE,
  LAST,
  CHECK,
  REFUSED,
  THANKS
}
