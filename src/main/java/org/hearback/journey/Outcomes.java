package org.hearback.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of a request's items: {@link ImportReport.Taken}, item by item. */
@Schema(description = "What became of the items: counts, and one outcome each, in their order.")
record Outcomes(
    @Schema(description = "changed, unchanged and quarantined together.", minimum = "1") int items,
    @Schema(description = "So many said something new.", minimum = "0") int changed,
    @Schema(description = "So many said nothing new, or nothing yet.", minimum = "0") int unchanged,
    @Schema(description = "So many could not be taken and were put aside.", minimum = "0")
        int quarantined,
    List<Outcome> outcomes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What became of one item. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(description = "What became of one item.")
  record Outcome(
      What outcome,
      @Schema(
              description = "Why it was quarantined; see infra/import.md. Left out otherwise.",
              requiredMode = Schema.RequiredMode.NOT_REQUIRED,
              example = "unknown-team")
          String reason) {

    static Outcome of(Intake.Result result) {
      return switch (result) {
        case Intake.Result.Changed() -> new Outcome(What.CHANGED, "");
        case Intake.Result.Unchanged() -> new Outcome(What.UNCHANGED, "");
        case Intake.Result.Odd(var reason, _) -> new Outcome(What.QUARANTINED, reason);
      };
    }
  }

  enum What {
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("quarantined")
    QUARANTINED
  }

  static Outcomes of(List<Intake.Result> results) {
    var each = results.stream().map(Outcome::of).toList();
    return new Outcomes(
        each.size(),
        count(each, What.CHANGED),
        count(each, What.UNCHANGED),
        count(each, What.QUARANTINED),
        each);
  }

  private static int count(List<Outcome> each, What what) {
    return Math.toIntExact(each.stream().filter(one -> one.outcome() == what).count());
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("counts and words make JSON", e);
    }
  }
}
