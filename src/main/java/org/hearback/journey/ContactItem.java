package org.hearback.journey;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the contact feed, as the document shows it; {@link ItemReader} reads it. */
@Schema(
    description = "A contact: the columns of contacts.csv. Null says the same as an empty string.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE,
    requiredProperties = {
      "person_id",
      "role",
      "family_id",
      "name",
      "phone",
      "email",
      "language",
      "age_band",
      "sms_ok",
      "legal_flags",
      "updated_at"
    })
record ContactItem(
    @Schema(
            name = "person_id",
            nullable = true,
            example = "p1",
            description = "As in the extract, up to 64 characters.")
        @Nullable String personId,
    @Schema(
            nullable = true,
            example = "parent",
            description = "child, care-leaver, parent, carer, route, worker or partner.")
        @Nullable String role,
    @Schema(
            name = "family_id",
            nullable = true,
            example = "f1",
            description = "Joins a family; never empty.")
        @Nullable String familyId,
    @Schema(nullable = true, description = "Up to 200 characters.") @Nullable String name,
    @Schema(nullable = true, description = "A mobile; what is none counts as no number.")
        @Nullable String phone,
    @Schema(nullable = true, description = "May be empty.") @Nullable String email,
    @Schema(nullable = true, example = "en", description = "A BCP 47 tag; empty: en.")
        @Nullable String language,
    @Schema(
            name = "age_band",
            nullable = true,
            example = "",
            description = "Of a child 0-3, 4-7, 8-11 or 12-17, of a care leaver 18-25.")
        @Nullable String ageBand,
    @Schema(
            name = "sms_ok",
            nullable = true,
            example = "yes",
            description = "yes or no; empty: not known, and then nothing is sent.")
        @Nullable String smsOk,
    @Schema(
            name = "email_ok",
            nullable = true,
            example = "yes",
            description = "As sms_ok, of e-mails; may be left out, which says the same as empty.")
        @Nullable String emailOk,
    @Schema(
            name = "post_ok",
            nullable = true,
            example = "",
            description = "As sms_ok, of letters; may be left out.")
        @Nullable String postOk,
    @Schema(
            nullable = true,
            example = "1 Sample Street|Westhaven|ZZ1 1ZZ",
            description = "Lines of the postal address, separated by |; may be left out.")
        @Nullable String address,
    @Schema(
            nullable = true,
            example = "Sample Lane Primary School",
            description = "Of a child; taken out of answers. May be left out.")
        @Nullable String school,
    @Schema(
            name = "legal_flags",
            nullable = true,
            example = "",
            description = "Separated by blanks; an unknown one stops everything.")
        @Nullable String legalFlags,
    @Schema(
            name = "updated_at",
            nullable = true,
            example = "2026-11-20T08:00:00Z",
            description = "An older one never overwrites a newer one.")
        @Nullable String updatedAt) {}
