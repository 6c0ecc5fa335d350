package org.hearback.theme;

import jakarta.inject.Singleton;
import java.util.List;
import org.hearback.retention.Keeping;
import org.hearback.retention.Kept;

/** A report names the version of a theme that it used, so none is forgotten. */
@Singleton
final class ThemesKept implements Keeping {
  @Override
  public List<Kept> kept() {
    return List.of(
        new Kept(
            Kept.Store.OFFICE,
            "Changes of the theme book, also themes that are out of use: who made them, when and"
                + " why",
            "as long as the service runs"));
  }
}
