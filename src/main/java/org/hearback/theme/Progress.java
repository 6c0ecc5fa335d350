package org.hearback.theme;

/**
 * How far a new index has come. Immutable.
 *
 * @param done comments that are sorted
 * @param of how many there were when it was begun
 */
record Progress(long done, long of) {
  Progress plus(int more) {
    return new Progress(done + more, of);
  }

  /** In percent; what came in meanwhile does not make it more than all. */
  long percent() {
    return of == 0 ? 100 : Math.min(100, 100 * done / of);
  }
}
