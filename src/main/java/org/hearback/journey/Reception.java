package org.hearback.journey;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hearback.access.ApiCaller;
import org.hearback.access.ApiRefused;
import org.hearback.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a machine's request in, once however often it comes: what has its Idempotency-Key and its
 * body already gets the answer of then. Safe for any thread; throws {@link ApiRefused}, and what
 * the database throws, and then nothing has gone in.
 */
@Singleton
class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int BYTES_MAX = 256 * 1024;
  private static final int TRIES = 3;

  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
  private final ApiIntake intake;
  private final ApiRequestRows requests;
  private final Turn turn;
  private final VaultKey vault;
  private final Audit audit;
  private final CouncilClock clock;

  Reception(
      ApiIntake intake,
      ApiRequestRows requests,
      Turn turn,
      VaultKey vault,
      Audit audit,
      CouncilClock clock) {
    this.intake = intake;
    this.requests = requests;
    this.turn = turn;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A request as it came.
   *
   * @param what the last word of its address
   * @param key its Idempotency-Key, if any
   */
  record Request(ApiCaller caller, String what, Optional<String> key, byte[] body) {
    @Override
    public String toString() {
      return "Request[" + what + "]";
    }
  }

  /**
   * @param again whether it is the answer of an earlier request
   */
  record Reply(String json, boolean again) {}

  Reply take(Request request, Function<byte[], List<Item>> reader) {
    if (request.body().length > BYTES_MAX) { // one that did not say its length beforehand
      throw ApiRefused.tooBig();
    }
    if (request.key().isEmpty()) {
      return new Reply(fresh(request, reader, Optional.empty()), false);
    }
    var key =
        RequestKey.of(
            vault, request.caller(), request.key().orElseThrow(), request.what(), request.body());
    if (!inFlight.add(key.name())) {
      throw ApiIntake.inFlight();
    }
    try {
      return answered(key)
          .map(json -> new Reply(json, true))
          .orElseGet(() -> new Reply(fresh(request, reader, Optional.of(key)), false));
    } finally {
      inFlight.remove(key.name());
    }
  }

  /** Rows of before this day are as good as forgotten: at least 24 hours, at most 48. */
  static LocalDate keptFrom(LocalDate today) {
    return today.minusDays(1);
  }

  private Optional<String> answered(RequestKey key) {
    var from = keptFrom(clock.today());
    var row = requests.findByKeyHash(key.hash());
    if (row.filter(found -> found.madeOn().isBefore(from)).isPresent()) {
      requests.clear(key.hash(), from);
      return Optional.empty();
    }
    if (row.filter(found -> !java.util.Arrays.equals(found.bodyHash(), key.bodyHash()))
        .isPresent()) {
      throw new ApiRefused(
          422,
          "idempotency-key-reused",
          "The Idempotency-Key was another request's",
          "Nothing was taken. A request of its own needs a key of its own.",
          List.of());
    }
    return row.map(ApiRequestRow::reply);
  }

  private String fresh(
      Request request, Function<byte[], List<Item>> reader, Optional<RequestKey> key) {
    var items = reader.apply(request.body());
    return turn.own(
            PATIENCE,
            () -> {
              audit.record(
                  request.caller().actor(),
                  "api-" + request.what(),
                  items.size() + " of " + items.stream().map(Item::table).distinct().toList());
              return told(request, patiently(items, "api/" + request.caller().name(), key));
            })
        .orElseThrow(ApiIntake::busy)
        .json();
  }

  /** Another job's transaction can cross ours; the database ends one, which is then done again. */
  private Outcomes patiently(List<Item> items, String origin, Optional<RequestKey> key) {
    for (int tried = 1; ; tried++) {
      try {
        return intake.take(items, origin, key);
      } catch (ApiRefused e) {
        throw e;
      } catch (RuntimeException e) {
        switch (Contention.of(e)) {
          case DEADLOCK, LOCKED -> {
            if (tried == TRIES) {
              throw ApiIntake.busy();
            }
          }
          case DOUBLE, NONE -> throw e;
        }
      }
    }
  }

  private static Outcomes told(Request request, Outcomes outcomes) {
    LOG.info(
        "api {} {}: {} items, {} changed, {} unchanged, {} quarantined",
        request.caller().name(),
        request.what(),
        outcomes.items(),
        outcomes.changed(),
        outcomes.unchanged(),
        outcomes.quarantined());
    return outcomes;
  }
}
