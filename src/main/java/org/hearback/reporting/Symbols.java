package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.hearback.anonymity.PublishedCell;
import org.hearback.form.CoreItem;
import org.hearback.form.Forms;
import org.hearback.journey.AudienceGroup;

/**
 * What stands for a figure, as the Department for Education writes it: {@code c} hidden, {@code z}
 * not applicable, {@code k} too little to round to one, and a 0 that is true. Immutable; safe for
 * any thread.
 */
@Singleton
final class Symbols {
  private record Asked(AudienceGroup group, CoreItem item) {}

  private final Set<Asked> asked = new HashSet<>();

  /** Whoever comes by an open link is in no figure, so its forms do not make an item asked. */
  Symbols(Forms forms) {
    for (var form : forms.all()) {
      if (!form.open()) {
        form.questions().stream()
            .flatMap(question -> question.item().stream())
            .forEach(item -> asked.add(new Asked(form.audience().group(), item)));
      }
    }
  }

  /**
   * Of this very area and quarter: {@code figure}, {@code c}, {@code z} where no form asks such
   * people about it, or {@code 0} where nobody has answered.
   */
  String here(String area, AudienceGroup group, CoreItem item, Published published) {
    return published.release().cells().stream()
        .filter(cell -> cell.area().equals(area) && cell.group() == group && cell.item() == item)
        .filter(cell -> cell.span().equals(published.release().quarter()))
        .findFirst()
        .map(cell ->
            switch (cell) {
              case PublishedCell.Hidden _ -> "c";
              case PublishedCell.Figure figure ->
                  figure.base() == 0 ? nobody(group, item) : "figure";
            })
        // An area that is newer than the release.
        .orElseGet(() -> nobody(group, item));
  }

  private String nobody(AudienceGroup group, CoreItem item) {
    return asked.contains(new Asked(group, item)) ? "0" : "z";
  }

  /** The share of good in whole percent; neither 0 nor 100 unless it is. */
  static String share(PublishedCell.Figure figure) {
    return share(figure.good(), figure.base());
  }

  /** The same of any count. */
  static String share(int some, int all) {
    long percent = Math.round(100.0 * some / all);
    if (percent == 0 && some > 0) {
      return "k";
    }
    return Math.min(percent, some < all ? 99 : 100) + " %";
  }
}
