package org.hearback.access;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A place in a body, and what is wrong there.
 *
 * @param pointer a JSON pointer (RFC 6901); it ends at what is ours, never at a name or value that
 *     only the sender knows
 */
@Schema(description = "A place in the body, and what is wrong there.")
public record ApiFault(
    @Schema(description = "A JSON pointer (RFC 6901).", example = "/3/row") String pointer,
    @Schema(description = "What is wrong there.", example = "cina_person_id is missing")
        String detail) {}
