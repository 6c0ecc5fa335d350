package org.hearback.journey;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hearback.access.ApiCaller;
import org.hearback.access.ApiProblem;
import org.hearback.access.ApiScope;
import org.hearback.access.NeedsScope;
import org.jspecify.annotations.Nullable;

/** The way in for machines: what else comes in files, as it happens. */
@Controller("/api/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
@SecurityRequirement(name = "key")
@OpenAPIExtraSchema(classes = {EventItem.class, ContactItem.class})
@ApiResponse(
    responseCode = "200",
    description = "Each item was taken or quarantined.",
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Outcomes.class)),
    headers =
        @io.swagger.v3.oas.annotations.headers.Header(
            name = "Idempotent-Replayed",
            description = "true where this is the answer of an earlier request.",
            schema = @Schema(type = "string")))
@ApiResponse(
    responseCode = "4XX",
    description = "Nothing was taken; the problem says why.",
    content =
        @Content(
            mediaType = ApiProblem.MEDIA_TYPE,
            schema = @Schema(implementation = ApiProblem.class)))
@ApiResponse(
    responseCode = "503",
    description = "Nothing was taken; send the same again later.",
    content =
        @Content(
            mediaType = ApiProblem.MEDIA_TYPE,
            schema = @Schema(implementation = ApiProblem.class)))
final class IntakeApi {
  private static final String KEY = "Makes it safe to send again; 1 to 128 ASCII characters.";
  private static final String AGAIN = "Idempotent-Replayed";

  private final Reception reception;
  private final Intakes intakes;

  IntakeApi(Reception reception, Intakes intakes) {
    this.reception = reception;
    this.intakes = intakes;
  }

  @Post("/milestone-events")
  @NeedsScope(ApiScope.EVENTS)
  @Operation(
      operationId = "milestoneEvents",
      summary = "Hand in milestone events and what stops messages",
      description =
          "One line of a table of the extract, or up to 500 of any tables. Each is taken as a line"
              + " of that table's CSV file would be, in one transaction.")
  @RequestBody(
      description = "A line, or a list of lines.",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "#/components/schemas/EventItems")))
  HttpResponse<String> events(
      @Parameter(hidden = true) ApiCaller caller,
      @Parameter(
              description = KEY,
              schema = @Schema(type = "string", maxLength = 128, minLength = 1))
          @Header("Idempotency-Key")
          @Nullable String key,
      @Body byte[] body) {
    return reply(
        reception.take(
            new Reception.Request(caller, "milestone-events", Optional.ofNullable(key), body),
            new ItemReader(intakes)::events));
  }

  @Post("/contacts")
  @NeedsScope(ApiScope.CONTACTS)
  @Operation(
      operationId = "contacts",
      summary = "Hand in contacts",
      description =
          "One contact or up to 500. Each is taken as a line of contacts.csv would be, in one"
              + " transaction.")
  @RequestBody(
      description = "A contact, or a list of contacts.",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "#/components/schemas/ContactItems")))
  HttpResponse<String> contacts(
      @Parameter(hidden = true) ApiCaller caller,
      @Parameter(
              description = KEY,
              schema = @Schema(type = "string", maxLength = 128, minLength = 1))
          @Header("Idempotency-Key")
          @Nullable String key,
      @Body byte[] body) {
    return reply(
        reception.take(
            new Reception.Request(caller, "contacts", Optional.ofNullable(key), body),
            new ItemReader(intakes)::contacts));
  }

  private static HttpResponse<String> reply(Reception.Reply reply) {
    var response = HttpResponse.ok(reply.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
    return reply.again() ? response.header(AGAIN, "true") : response;
  }
}
