package org.hearback.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hearback.journey.Audience;

@MappedEntity(value = "open_link", schema = "vault")
record OpenLinkRow(
    @Id UUID id,
    String code,
    byte[] tokenHash,
    String kind,
    String place,
    String area,
    String audience,
    String form,
    int formVersion,
    String language,
    LocalDate madeOn,
    boolean closed) {

  OpenLink link() {
    return new OpenLink(
        id,
        code,
        OpenLink.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        place,
        area,
        Audience.valueOf(audience),
        form,
        formVersion,
        language,
        madeOn,
        closed);
  }
}
