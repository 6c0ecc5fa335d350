package org.hearback.theme;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearback.access.Role;
import org.hearback.access.Staff;
import org.hearback.access.StaffList;
import org.hearback.audit.Audit;
import org.hearback.invitation.Postman;
import org.hearback.invitation.StaffPost;
import org.hearback.journey.Channel;
import org.hearback.journey.CouncilClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells analysts by e-mail that their saved searches find more, once a day and from a fixed hour
 * on, whenever a batch came: the moment of the mail says nothing about that of the batch. Each is
 * counted within what its owner may see at that moment; who may not search any more gets nothing.
 *
 * <p>Several nodes may run it at once: one holds a person's turn while it counts and sends. After a
 * crash before the mail has left, another counts anew and sends; after one between the mail and the
 * note of it, the mail goes a second time, once, under the same id. What may not have left is told
 * again on the next day.
 */
@Singleton
public class SavedMailJob {
  static final LocalTime FROM = LocalTime.of(7, 0);

  private static final Logger LOG = LoggerFactory.getLogger(SavedMailJob.class);
  private static final Duration HELD = Duration.ofMinutes(5);
  private static final String ACTOR = "saved-searches";

  private final SavedStore store;
  private final SavedTurnRows turns;
  private final SavedSearches searches;
  private final ReadingRows reading;
  private final CommentIndex index;
  private final Search search;
  private final StaffList staff;
  private final StaffPost post;
  private final Audit audit;
  private final CouncilClock clock;
  private final String list;

  SavedMailJob(
      SavedStore store,
      SavedTurnRows turns,
      SavedSearches searches,
      ReadingRows reading,
      CommentIndex index,
      Search search,
      StaffList staff,
      StaffPost post,
      Audit audit,
      CouncilClock clock,
      @Value("${hearback.http.address}") String address) {
    this.store = store;
    this.turns = turns;
    this.searches = searches;
    this.reading = reading;
    this.index = index;
    this.search = search;
    this.staff = staff;
    this.post = post;
    this.audit = audit;
    this.clock = clock;
    this.list = address.replaceFirst("/$", "") + SavedPage.PATH;
  }

  /** Tells everybody whose turn of today is not done yet. */
  public void run() {
    if (clock.timeOfDay().isBefore(FROM)
        || !post.carried().contains(Channel.EMAIL)
        || !isInStep()) {
      return;
    }
    for (var owner : store.owners(clock.today())) {
      try {
        staff.byId(owner).filter(SavedMailJob::mayBeTold).ifPresent(this::turn);
      } catch (RuntimeException e) {
        LOG.error("saved searches of one person were not told of: {}", e.getClass().getName());
      }
    }
  }

  /**
   * A node that is behind would count what was, and end the turn of today with it; one that does
   * not know yet what comments mean sorts fewer into themes, and one that sorts by an older book
   * would tell on the next day what is no news.
   */
  private boolean isInStep() {
    return search.reach() != Search.Reach.MEANING_SOON
        && index.madeBy().isPresent()
        && index.position().filter(at -> at.no() == reading.lastChange()).isPresent();
  }

  private static boolean mayBeTold(Staff owner) {
    return owner.roles().contains(Role.ANALYST) && !owner.email().isBlank();
  }

  private void turn(Staff owner) {
    var today = clock.today();
    var now = clock.now();
    var holder = UUID.randomUUID();
    turns.begin(owner.id(), today.minusDays(1));
    if (turns.take(owner.id(), holder, today, utc(now), utc(now.plus(HELD))) == 0) {
      return;
    }
    var counted = count(owner, today);
    var news = counted.stream().filter(SavedNews::isMore).toList();
    switch (news.isEmpty() ? new Postman.Outcome.Sent() : mail(owner, news, today)) {
      case Postman.Outcome.Sent _ ->
          store.done(
              owner.id(),
              holder,
              today,
              counted.stream().collect(Collectors.toMap(SavedNews::id, SavedNews::found)));
      case Postman.Outcome.Unknown _, Postman.Outcome.Refused _ -> {
        LOG.warn("an e-mail about saved searches did not arrive, or nobody knows whether it did");
        store.done(owner.id(), holder, today, Map.of());
      }
      case Postman.Outcome.Failed _, Postman.Outcome.Closed _ ->
          LOG.warn("an e-mail about saved searches did not leave; it is tried again");
    }
  }

  /** Of today nothing is told before tomorrow: the mail would tell when a batch came. */
  private List<SavedNews> count(Staff owner, LocalDate today) {
    return store.of(owner.id()).stream()
        .filter(saved -> saved.mailed() && saved.openedOn().isBefore(today))
        .map(saved -> SavedNews.of(saved, searches.count(saved.asked(), owner)))
        .toList();
  }

  private Postman.Outcome mail(Staff owner, List<SavedNews> news, LocalDate today) {
    audit.record(
        ACTOR,
        "search-told",
        news.stream()
            .map(one -> one.id() + " " + one.more() + " more")
            .collect(Collectors.joining("\n", owner.signIn() + "\n", "")));
    var once = (ACTOR + " " + owner.id() + " " + today).getBytes(StandardCharsets.UTF_8);
    return post.mail(
        UUID.nameUUIDFromBytes(once),
        owner.email(),
        SavedNews.SUBJECT,
        SavedNews.words(news, list));
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** Started by the scheduler, unless jobs are off. */
  @Singleton
  @Requires(property = "hearback.jobs.enabled", notEquals = "false")
  static class Timer {
    private final SavedMailJob job;

    Timer(SavedMailJob job) {
      this.job = job;
    }

    @Scheduled(initialDelay = "4m", fixedDelay = "10m")
    void tick() {
      job.run();
    }
  }
}
