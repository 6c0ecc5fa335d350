package org.hearback.theme;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What somebody said of one comment on a day. */
@MappedEntity(value = "coding", schema = "office")
record CodingRow(
    @Id long no,
    UUID comment,
    String said,
    String themes,
    String sides,
    String book,
    String codedBy,
    LocalDate codedOn) {

  Coding coding() {
    return Coding.stored(said, themes, sides);
  }

  /** The same as far as a book still has its themes; empty where it has none of them. */
  Optional<CodingRow> within(ThemeBook now) {
    return coding()
        .within(now)
        .map(left ->
            new CodingRow(
                no, comment, left.said(), left.inOneLine(), left.signs(), book, codedBy, codedOn));
  }
}
