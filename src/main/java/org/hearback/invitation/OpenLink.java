package org.hearback.invitation;

import java.time.LocalDate;
import java.util.UUID;
import org.hearback.journey.Audience;

/**
 * A link that anybody may use who comes by, as often as they like. It invites nobody and closes no
 * invitation. Immutable.
 *
 * @param code the 16 characters that the link is made of; it hangs on a wall, so it is no secret
 * @param place where it hangs or stands, in words for staff
 * @param area whose service it asks about
 * @param language in which its form opens where nothing else is chosen
 * @param closed whether it opens nothing any more
 */
public record OpenLink(
    UUID id,
    String code,
    Kind kind,
    String place,
    String area,
    Audience audience,
    String form,
    int formVersion,
    String language,
    LocalDate madeOn,
    boolean closed) {

  /** What shows the link. */
  public enum Kind {
    /** Paper on a wall, read by the phones of those who pass. */
    POSTER,
    /** One device that many people use in turn; it forgets each of them. */
    TABLET
  }
}
