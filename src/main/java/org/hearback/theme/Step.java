package org.hearback.theme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One step of an index towards the feedback store.
 *
 * @param comments to be taken up, or made anew
 * @param gone to be taken out
 * @param upTo how far it brings the index
 * @param words whether words may have changed or gone, so that none of the old may stay in a file;
 *     not where people only said something of a comment
 */
record Step(List<Comment> comments, List<UUID> gone, Position upTo, boolean words) {

  /** Where steps come from. */
  interface Source {
    /** The next step of an index that has come so far; empty when it has come to the end. */
    Optional<Step> after(Position reached);
  }
}
