package org.hearback.form;

/**
 * The seven questions that forms share, so that answers from different forms, ages and languages
 * can be compared. Stored by {@link #name()}. They are never added up: {@link Kind#SERVICE} rates
 * the service, {@link Kind#OUTCOME} the change in a child's life.
 */
public enum CoreItem {
  LISTENED(Kind.SERVICE),
  UNDERSTOOD(Kind.SERVICE),
  RESPECT(Kind.SERVICE),
  PLAN(Kind.BRIDGE),
  TRUST(Kind.BRIDGE),
  SAFE(Kind.OUTCOME),
  BETTER(Kind.OUTCOME);

  /** What an item speaks of. */
  public enum Kind {
    SERVICE,
    BRIDGE,
    OUTCOME
  }

  private final Kind kind;

  CoreItem(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
