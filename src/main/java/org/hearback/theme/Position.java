package org.hearback.theme;

/**
 * How far an index has come.
 *
 * @param no of the last batch that was taken up
 * @param mark one of the comments of that batch, empty where it has none: another database,
 *     restored or new, may well have come to the same number
 * @param coded the same of what people said of comments
 */
record Position(long no, String mark, Coded coded) {

  /** Before anybody has said anything of a comment. */
  Position(long no, String mark) {
    this(no, mark, new Coded(0, ""));
  }

  /**
   * How far an index has come with what people said of comments.
   *
   * @param no of the last
   * @param mark the comment that it is about, empty where that is forgotten
   */
  record Coded(long no, String mark) {}

  /** The same batch, and what people have said since. */
  Position with(Coded newer) {
    return new Position(no, mark, newer);
  }
}
