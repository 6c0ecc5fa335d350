package org.hearback.reporting;

import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;

/** What staff read for the keys of the cube. Staff pages are in English. */
final class AreaWords {
  private AreaWords() {}

  /** Why a figure is of a wider area or a longer time. */
  static String rolledUp(String symbol) {
    return symbol.equals("0")
        ? "nobody has answered here this quarter"
        : "there are too few answers here to show";
  }

  /** Why there is none at all. */
  static String nothing(String symbol) {
    return symbol.equals("z")
        ? "No form asks these people about it"
        : "Too few answers in the whole council in 12 months";
  }

  static String title(CoreItem item) {
    return switch (item) {
      case LISTENED -> "People listened";
      case UNDERSTOOD -> "I understood what was happening and why";
      case RESPECT -> "I was treated with respect";
      case PLAN -> "I know what happens next";
      case TRUST -> "There is somebody I can turn to";
      case SAFE -> "Safe";
      case BETTER -> "Things have got better";
    };
  }

  static String title(CoreItem.Kind kind) {
    return switch (kind) {
      case SERVICE -> "How the service was";
      case BRIDGE -> "Between the service and the child's life";
      case OUTCOME -> "What changed in the child's life";
    };
  }

  static String title(AudienceGroup group) {
    return switch (group) {
      case CHILD_AND_YOUNG_PERSON -> "Children and young people";
      case FAMILY -> "Parents, carers and family";
      case STAFF_AND_PARTNER -> "Staff and partner agencies";
    };
  }
}
