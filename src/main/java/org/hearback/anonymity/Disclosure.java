package org.hearback.anonymity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hearback.anonymity.Cube.Counts;
import org.hearback.anonymity.Cube.Place;
import org.hearback.form.CoreItem;
import org.hearback.journey.AudienceGroup;
import org.hearback.journey.ServiceAreas;

/**
 * The one place that decides which figures may leave the reading room. A release is the fixed cube
 * of area, audience group, time (four quarters and the twelve months that they make) and core item
 * or theme; there are no other cuts. A quarter is closed some weeks after its end and counts as it
 * was then, for good: so no two releases can be subtracted to see single answers come in, and all
 * releases together are one system of sums, which is solved before each. What was shown stays
 * shown, what was hidden stays hidden. Pure.
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

  /**
   * How long after its end a quarter is closed: the longest that an answer mostly waits for nine
   * others, and a week.
   */
  public static final int CLOSING_DAYS = BatchRule.PATIENCE_DAYS + 7;

  private static final String CHANGED = "an earlier figure is not what its quarter was closed with";

  private Disclosure() {}

  /** The newest quarter that is closed on a day. */
  public static CellSpan newestClosed(LocalDate today) {
    return CellSpan.quarterOf(YearMonth.from(today.minusDays(CLOSING_DAYS)).minusMonths(3));
  }

  /** The day after today on which the next quarter is closed. */
  public static LocalDate nextClosing(LocalDate today) {
    return today
        .minusDays(CLOSING_DAYS)
        .with(IsoFields.DAY_OF_QUARTER, 1)
        .plus(1, IsoFields.QUARTER_YEARS)
        .plusDays(CLOSING_DAYS);
  }

  /** Whether a label's period is closed together with a quarter; a year is with its last one. */
  public static boolean closes(CellSpan quarter, String period) {
    return period.length() == "2026".length()
        ? quarter.key().equals(period + "-Q4")
        : quarter.covers(period);
  }

  /**
   * The release of a quarter as it may follow all earlier ones, whoever holds them.
   *
   * @param earlier all releases ever made, the oldest first
   * @param tallies of all closed quarters
   * @param heard what was said in people's own words in all closed quarters
   * @param areas as they are today
   */
  public static Decision release(
      List<Release> earlier,
      Collection<ClosedTally> tallies,
      ClosedThemes heard,
      ServiceAreas areas,
      CellSpan quarter) {
    var cells = new ArrayList<PublishedCell>();
    for (var group : AudienceGroup.values()) {
      for (var item : CoreItem.values()) {
        var own =
            tallies.stream()
                .filter(at -> at.tally().group() == group && at.tally().item() == item)
                .map(Cube.Labelled::of)
                .toList();
        var said = said(earlier, group, item);
        var releases = new ArrayList<>(earlier.stream().map(Release::quarter).toList());
        releases.add(quarter);
        var cube = new Cube(own, areas, Cube.spans(releases));
        if (!holds(said, cube)) {
          return new Decision.Refused(CHANGED);
        }
        var fresh = places(areas, Cube.spans(List.of(quarter)));
        var hidden = Suppression.of(cube, Rule.ITEM, said, fresh);
        if (hidden.isEmpty()) {
          return new Decision.Refused(group + " " + item + " cannot be made safe");
        }
        fresh.forEach(place -> cells.add(cell(place, group, item, cube, hidden.get())));
      }
    }
    var themes = new ThemeDisclosure(earlier, heard, areas, quarter).cells();
    return themes.isEmpty()
        ? new Decision.Refused(CHANGED)
        : new Decision.Made(new Release(quarter, cells, themes.get()));
  }

  /** The places of a release, in an order that tells nothing. */
  static Set<Place> places(ServiceAreas areas, Collection<CellSpan> spans) {
    var all = new TreeSet<>(areas.parents().keySet());
    all.add(areas.council());
    var places = new LinkedHashSet<Place>();
    for (var area : all) {
      spans.forEach(span -> places.add(new Place(area, span.key())));
    }
    return places;
  }

  /** What earlier releases said of one group and item; empty stands for a hidden cell. */
  private static Map<Place, Optional<Counts>> said(
      List<Release> earlier, AudienceGroup group, CoreItem item) {
    var said = new HashMap<Place, Optional<Counts>>();
    for (var release : earlier) {
      for (var cell : release.cells()) {
        if (cell.group() == group && cell.item() == item) {
          said.put(
              new Place(cell.area(), cell.span().key()),
              switch (cell) {
                case PublishedCell.Figure(var _, var _, var _, var _, int base, int good) ->
                    Optional.of(new Counts(base, good));
                case PublishedCell.Hidden _ -> Optional.<Counts>empty();
              });
        }
      }
    }
    return said;
  }

  /** Whether what was shown is still what was closed. */
  static boolean holds(Map<Place, Optional<Counts>> said, Cube cube) {
    return said.entrySet().stream()
        .allMatch(
            one -> one.getValue().isEmpty() || one.getValue().get().equals(cube.at(one.getKey())));
  }

  private static PublishedCell cell(
      Place place, AudienceGroup group, CoreItem item, Cube cube, Set<Place> hidden) {
    var span = CellSpan.of(place.span());
    var counts = cube.counts().get(place);
    return hidden.contains(place)
        ? new PublishedCell.Hidden(place.area(), group, span, item)
        : new PublishedCell.Figure(place.area(), group, span, item, counts.base(), counts.good());
  }

  /** Whether a cell by itself may be seen; nobody is a true zero. */
  static boolean mayBeSeen(int base, int good) {
    boolean unanimous = good == 0 || good == base;
    return base == 0 || base >= (unanimous ? UNANIMOUS_BASE_MIN : BASE_MIN);
  }
}
