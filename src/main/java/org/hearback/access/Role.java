package org.hearback.access;

/**
 * What a member of staff may do. Nobody holds both {@link #ANALYST} and {@link #READER} or {@link
 * #LEAD}: who searches themes must not be able to open an answer; and {@link #REVIEWER} goes with
 * none of those whose acts are reviewed. Stored by {@link #name()}.
 */
public enum Role {
  /** Searches the reading room. */
  ANALYST,
  /** Clears answers on the duty rota, sees raw words after an audited click. */
  READER,
  /** Decides on unlocks with a reader, keeps the rota, reviews what one person did alone. */
  LEAD,
  /** Sees published cells of their areas. */
  MANAGER,
  /** Sees import, deliveries and health. */
  OPERATOR,
  /** Sees the monthly sheet of what was done, and nothing else; holds no role that does it. */
  REVIEWER;

  /** The name under which the web layer knows the role in {@code @Secured}. */
  public static final String ANALYST_NAME = "ANALYST";

  public static final String READER_NAME = "READER";
  public static final String LEAD_NAME = "LEAD";
  public static final String MANAGER_NAME = "MANAGER";
  public static final String OPERATOR_NAME = "OPERATOR";
  public static final String REVIEWER_NAME = "REVIEWER";
}
