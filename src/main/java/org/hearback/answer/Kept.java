package org.hearback.answer;

/** What became of a Send. */
enum Kept {
  /** The envelope is on the disk and the invitation is spent: the thank-you page may be shown. */
  YES,
  /** The same answer was kept before, as after a reply that got lost: as good as {@link #YES}. */
  BEFORE,
  /** The page's nonce came with other words before; those stand, these were not saved. */
  OTHER_WORDS_BEFORE,
  /** The invitation was answered from another page, has lapsed or is gone. */
  LINK_REFUSED
}
