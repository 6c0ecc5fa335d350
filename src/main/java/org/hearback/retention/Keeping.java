package org.hearback.retention;

import java.util.List;

/**
 * Says what a room keeps and for how long. What a job forgets is said by its {@link RetentionStep};
 * a bean of this alone speaks for what ends in another way, as a key does with its last answer.
 * Asked for each time the page is shown; safe for any thread.
 */
public interface Keeping {
  List<Kept> kept();
}
