package org.hearback.journey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a table of the extract, as the document shows it; {@link ItemReader} reads it. */
@Schema(
    description = "A line of one table of the extract: the columns that its CSV file would have.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record EventItem(
    @Schema(
            description = "A table that is read: the name of its CSV file without .csv.",
            example = "ssd_cin_assessments")
        String table,
    @Schema(
            description =
                "Every column of that table that is read, each a string or null, and no other."
                    + " cancelled (Y or N) may stand beside them.",
            example =
                """
                {"cina_assessment_id": "a1", "cina_person_id": "c1",
                 "cina_assessment_auth_date": "2026-11-20", "cina_assessment_team": "FH-N1"}
                """)
        Map<String, @Nullable String> row) {}
