package org.hearback.theme;

import java.util.Optional;
import org.hearback.anonymity.CellSpan;

/**
 * Of what time an evidence sheet of today holds quotes: a later room knows. A quote is of it where
 * all of its label's period is.
 */
public interface SheetTime {

  /** Empty while no figures are published: then a sheet holds quotes of any time. */
  Optional<CellSpan> now();
}
