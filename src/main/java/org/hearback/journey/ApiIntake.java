package org.hearback.journey;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hearback.access.ApiRefused;

/**
 * The one transaction of a request: what its items change, what is put aside of them, and what was
 * answered, all or nothing.
 */
@Singleton
class ApiIntake {
  private final Intakes intakes;
  private final TurnRows turns;
  private final ApiRequestRows requests;
  private final CouncilClock clock;

  ApiIntake(Intakes intakes, TurnRows turns, ApiRequestRows requests, CouncilClock clock) {
    this.intakes = intakes;
    this.turns = turns;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * @param origin under which quarantined items are kept
   * @param key of a request that may come again
   * @throws ApiRefused when another transaction works on the same request, or on anything for too
   *     long
   */
  @Transactional("courier")
  Outcomes take(List<Item> items, String origin, Optional<RequestKey> key) {
    key.ifPresent(this::claim);
    turn();
    var byTable = new LinkedHashMap<String, List<Line>>();
    items.forEach(
        item -> byTable.computeIfAbsent(item.table(), _ -> new ArrayList<>()).add(item.line()));
    var results = new Intake.Result[items.size()];
    byTable.forEach((table, lines) -> {
      var each = intakes.take(origin, table, lines);
      for (int i = 0; i < lines.size(); i++) {
        results[lines.get(i).number() - 1] = each.get(i);
      }
    });
    var outcomes = Outcomes.of(List.of(results));
    key.ifPresent(k -> requests.answer(k.hash(), outcomes.json()));
    return outcomes;
  }

  private void claim(RequestKey key) {
    try {
      requests.claim(key.hash(), key.bodyHash(), clock.today());
    } catch (DataAccessException e) {
      if (Contention.of(e) == Contention.NONE) {
        throw e;
      }
      throw inFlight();
    }
  }

  private void turn() {
    try {
      turns.takeSoon();
    } catch (DataAccessException e) {
      if (Contention.of(e) == Contention.NONE) {
        throw e;
      }
      throw busy();
    }
  }

  static ApiRefused inFlight() {
    return new ApiRefused(
        409,
        "in-flight",
        "The same request is being done",
        "Ask again later with the same Idempotency-Key for its answer.",
        List.of());
  }

  static ApiRefused busy() {
    return new ApiRefused(
        503,
        "busy",
        "Something else is being taken in",
        "Nothing was taken. Send the same request again later.",
        List.of());
  }
}
