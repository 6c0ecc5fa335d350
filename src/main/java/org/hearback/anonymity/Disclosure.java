package org.hearback.anonymity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * The one place that decides which figures may leave the reading room. A release is the fixed cube
 * of area, audience group, time (four quarters and the twelve months that they make) and core item;
 * there are no other cuts, so that no two can be subtracted. Pure.
 */
public final class Disclosure {
  /** How few answers a figure may stand on. Asserted at start in every environment. */
  public static final int BASE_MIN = 10;

  /**
   * Where all say good, or none does, the figure tells what each single one said, and it can point
   * at the one worker whom they all met. Such a cell needs as many as make it likely that they met
   * several.
   */
  public static final int UNANIMOUS_BASE_MIN = 20;

  /** By how many answers a figure must have grown before a later release changes it. */
  public static final int CHANGE_MIN = 5;

  private Disclosure() {}

  /**
   * The cells of a release.
   *
   * @param tallies by label; one that is coarser than a cell does not count in it
   * @param quarter the newest that is shown
   */
  public static Release release(Collection<Tally> tallies, ServiceAreas areas, CellSpan quarter) {
    var cells = new ArrayList<PublishedCell>();
    for (var group : AudienceGroup.values()) {
      for (var item : CoreItem.values()) {
        var own = tallies.stream().filter(at -> at.group() == group && at.item() == item).toList();
        cells.addAll(cells(new Cube(own, areas, quarter), group, item));
      }
    }
    return new Release(quarter, cells);
  }

  private static List<PublishedCell> cells(Cube cube, AudienceGroup group, CoreItem item) {
    var hidden = Suppression.of(cube);
    var cells = new ArrayList<PublishedCell>();
    cube.counts()
        .forEach((place, counts) -> {
          if (place.isRest()) {
            return;
          }
          var span = CellSpan.of(place.span());
          cells.add(
              hidden.contains(place)
                  ? new PublishedCell.Hidden(place.area(), group, span, item)
                  : new PublishedCell.Figure(
                      place.area(), group, span, item, counts.base(), counts.good()));
        });
    return cells;
  }

  /** Whether a cell by itself may be seen; nobody is a true zero. */
  static boolean mayBeSeen(int base, int good) {
    boolean unanimous = good == 0 || good == base;
    return base == 0 || base >= (unanimous ? UNANIMOUS_BASE_MIN : BASE_MIN);
  }

  /**
   * The release as it may follow another: a figure that has not grown by {@link #CHANGE_MIN}
   * answers stays what it was, or the difference would tell what one or two people said. Cells that
   * the release before did not have are as they are.
   */
  public static Release after(Release before, Release now) {
    var known = new HashMap<Object, PublishedCell.Figure>();
    for (var cell : before.cells()) {
      if (cell instanceof PublishedCell.Figure figure && figure.base() >= BASE_MIN) {
        known.put(place(figure), figure);
      }
    }
    return new Release(
        now.quarter(),
        now.cells().stream().map(cell -> steady(cell, known.get(place(cell)))).toList());
  }

  private static PublishedCell steady(
      PublishedCell cell, PublishedCell.@org.jspecify.annotations.Nullable Figure before) {
    return cell instanceof PublishedCell.Figure figure
            && before != null
            && Math.abs(figure.base() - before.base()) < CHANGE_MIN
        ? before
        : cell;
  }

  private static Object place(PublishedCell cell) {
    return List.of(cell.area(), cell.group(), cell.span(), cell.item());
  }
}
