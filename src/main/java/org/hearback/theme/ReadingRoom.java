package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearback.access.Staff;
import org.hearback.journey.ServiceAreas;

/**
 * The comments that somebody may read at this moment: shown, and of their areas. It asks the store
 * and not the index, which is seconds behind. Whoever shows them records it first. Safe for any
 * thread.
 */
@Singleton
final class ReadingRoom {
  private final ReadingRows rows;
  private final ServiceAreas areas;

  ReadingRoom(ReadingRows rows, ServiceAreas areas) {
    this.rows = rows;
    this.areas = areas;
  }

  Optional<Comment> comment(UUID id, Staff staff) {
    return Optional.ofNullable(comments(List.of(id), staff).get(id));
  }

  /** Those of some comments. */
  Map<UUID, Comment> comments(List<UUID> ids, Staff staff) {
    return ids.isEmpty()
        ? Map.of()
        : rows.some(ids).stream()
            .map(CommentRow::comment)
            .filter(comment -> mayRead(comment.label().area(), staff))
            .collect(Collectors.toMap(Comment::id, Function.identity()));
  }

  /** Which of some comments they are: their words are not read for that. */
  Set<UUID> readable(List<UUID> ids, Staff staff) {
    return ids.isEmpty()
        ? Set.of()
        : rows.withoutWords(ids).stream()
            .filter(row -> mayRead(row.area(), staff))
            .map(CommentRow::id)
            .collect(Collectors.toSet());
  }

  /** Whether an area, with all below it, lies in what somebody may see. */
  boolean mayRead(String area, Staff staff) {
    return staff.areas().isEmpty()
        || areas.upwards(area).stream().anyMatch(staff.areas()::contains);
  }
}
