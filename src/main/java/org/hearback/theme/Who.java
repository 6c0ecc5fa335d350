package org.hearback.theme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearback.anonymity.Label;
import org.hearback.journey.Audience;
import org.hearback.journey.AudienceGroup;

/**
 * Who said a comment, as far as its label tells: a group, one audience of it, or an age. A search
 * is narrowed to one of them. Each as it is stored; what is none of them is shown as it was typed.
 */
final class Who {
  private Who() {}

  /** All that a label says, from the group on; the age of children and young people alone. */
  static List<String> of(Label label) {
    var group = label.audience().group();
    var age = group == AudienceGroup.CHILD_AND_YOUNG_PERSON ? label.ageBand() : "";
    return Stream.of(group.name(), label.audience().name(), age)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** The audiences of a group; none where it is no group. */
  static List<String> within(String group) {
    return Arrays.stream(Audience.values())
        .filter(audience -> audience.group().name().equals(group))
        .map(Audience::name)
        .toList();
  }

  static Optional<AudienceGroup> group(String value) {
    return Arrays.stream(AudienceGroup.values())
        .filter(group -> group.name().equals(value))
        .findFirst();
  }

  static Optional<Audience> audience(String value) {
    return Arrays.stream(Audience.values())
        .filter(audience -> audience.name().equals(value))
        .findFirst();
  }

  /** Whether it is neither a group nor an audience. */
  static boolean isAge(String value) {
    return group(value).isEmpty() && audience(value).isEmpty();
  }

  static String inWords(String value) {
    return group(value)
        .map(Who::inWords)
        .or(() -> audience(value).map(Who::inWords))
        .orElseGet(() -> value.matches("[0-9].*") ? "Aged " + value : value);
  }

  private static String inWords(AudienceGroup group) {
    return switch (group) {
      case CHILD_AND_YOUNG_PERSON -> "Children and young people";
      case FAMILY -> "Families";
      case STAFF_AND_PARTNER -> "Staff and partners";
    };
  }

  private static String inWords(Audience audience) {
    return switch (audience) {
      case CHILD -> "Children";
      case YOUNG_PERSON -> "Young people";
      case CARE_LEAVER -> "Care leavers";
      case PARENT -> "Parents";
      case CARER -> "Carers";
      case STAFF -> "Staff";
      case PARTNER -> "Partner agencies";
    };
  }
}
