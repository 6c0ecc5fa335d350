package org.hearback.access;

import java.util.List;

/** A request of a machine that is not done; thrown to {@link ApiRefusedHandler}, never logged. */
public final class ApiRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiProblem problem;

  /**
   * @param kind the last word of its type
   * @param detail for whoever writes the sender; nothing of the request in it
   */
  public ApiRefused(int status, String kind, String title, String detail, List<ApiFault> errors) {
    super(kind, null, false, false);
    this.problem = new ApiProblem(ApiProblem.KIND + kind, title, status, detail, errors);
  }

  private ApiRefused(ApiProblem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  /** A body that is larger than we take. */
  public static ApiRefused tooBig() {
    return new ApiRefused(ApiProblem.of(413, "Request Entity Too Large"));
  }

  ApiProblem problem() {
    return problem;
  }
}
