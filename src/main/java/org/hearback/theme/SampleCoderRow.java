package org.hearback.theme;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** One of the two who code a dip-sample. */
@MappedEntity(value = "sample_coder", schema = "office")
record SampleCoderRow(UUID sample, int seat, String coder) {}
