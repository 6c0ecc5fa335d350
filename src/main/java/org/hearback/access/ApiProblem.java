package org.hearback.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * Why a machine's request was not done, as RFC 9457 has it. Says nothing that stood in the request
 * but names of our own.
 */
@Schema(description = "Why a request was not done (RFC 9457).")
public record ApiProblem(
    @Schema(
            description = "What kind it is: about:blank where the status says it all.",
            example = "urn:problem-type:hearback:shape")
        String type,
    @Schema(description = "The kind, for a person.", example = "The body has another shape")
        String title,
    @Schema(description = "The status of the response.", minimum = "400", maximum = "599")
        int status,
    @Schema(description = "What to do about it.") String detail,
    @Schema(description = "The places in the body that it is about; may be empty.")
        List<ApiFault> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The address of every kind of ours begins with this. */
  static final String KIND = "urn:problem-type:hearback:";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Integer, String> SAID =
      Map.ofEntries(
          Map.entry(400, "The request makes no sense as it stands."),
          Map.entry(401, "Send a key: Authorization: Bearer KEY."),
          Map.entry(403, "This is not for this key."),
          Map.entry(404, "There is nothing at this address."),
          Map.entry(405, "This address does not take this method."),
          Map.entry(406, "The answer is application/json."),
          Map.entry(413, "Send at most 256 KB at once, in several requests if need be."),
          Map.entry(415, "Send application/json."),
          Map.entry(503, "Nothing was taken. Send the same request again later."));

  public ApiProblem {
    errors = List.copyOf(errors);
  }

  /** A problem of which the status says all. */
  static ApiProblem of(int status, String title) {
    var detail = SAID.getOrDefault(status, status < 500 ? SAID.get(400) : "Nothing was taken.");
    return new ApiProblem("about:blank", title, status, String.valueOf(detail), List.of());
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("five strings make JSON", e);
    }
  }
}
