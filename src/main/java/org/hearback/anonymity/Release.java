package org.hearback.anonymity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * The cells of one release, and what a page may show of them. Immutable.
 *
 * @param quarter the newest quarter in it
 * @param cells all of core items, each once
 * @param themes what people say in their own words, a cell for each group, area and time; none of a
 *     time in which that was not counted
 */
public record Release(CellSpan quarter, List<PublishedCell> cells, List<ThemeCell> themes) {
  public Release {
    cells = List.copyOf(cells);
    themes = List.copyOf(themes);
  }

  /**
   * The figure for an area, and where that is hidden or nobody has answered, the nearest that may
   * be seen: first the twelve months of the same area, then the same two of each area above.
   */
  public Shown shownFor(String area, AudienceGroup group, CoreItem item, ServiceAreas areas) {
    var byPlace = figures(group, item);
    for (var at : areas.upwards(area)) {
      for (var span : List.of(quarter, quarter.rolling())) {
        var figure = byPlace.get(new Place(at, span));
        if (figure != null && figure.base() >= Disclosure.BASE_MIN) {
          return new Shown.Found(figure, !at.equals(area), span.twelveMonths());
        }
      }
    }
    return new Shown.TooFew();
  }

  private record Place(String area, CellSpan span) {}

  private Map<Place, PublishedCell.Figure> figures(AudienceGroup group, CoreItem item) {
    var figures = new HashMap<Place, PublishedCell.Figure>();
    for (var cell : cells) {
      if (cell instanceof PublishedCell.Figure figure
          && cell.group() == group
          && cell.item() == item) {
        figures.put(new Place(cell.area(), cell.span()), figure);
      }
    }
    return figures;
  }
}
