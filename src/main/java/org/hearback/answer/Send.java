package org.hearback.answer;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.hearback.anonymity.Due;
import org.hearback.anonymity.Level;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.Screen;
import org.hearback.form.Answers;
import org.hearback.form.AnswersJson;
import org.hearback.form.Form;
import org.hearback.form.Words;
import org.hearback.invitation.TokenHash;

/**
 * Send: screen, seal, and one durable transaction. When {@link Kept#YES} or {@link Kept#BEFORE}
 * comes back, the answer survives the death of the service and of the database. Safe for any
 * thread.
 */
@Singleton
final class Send {
  private final Post post;
  private final Seal seal;
  private final PageKeys keys;
  private final OfficeHours hours;
  private final InstantSource clock;
  private final AnswerMeters meters;

  Send(
      Post post,
      Seal seal,
      PageKeys keys,
      OfficeHours hours,
      InstantSource clock,
      AnswerMeters meters) {
    this.post = post;
    this.seal = seal;
    this.keys = keys;
    this.hours = hours;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Keeps an answer.
   *
   * @param open whether the link invites nobody and is not spent
   */
  Kept keep(
      TokenHash link, boolean open, PageNonce nonce, Form form, String language, Answers answers) {
    try {
      var kept = tried(link, open, nonce, form, language, answers);
      meters.sent(kept);
      return kept;
    } catch (RuntimeException e) {
      meters.failed();
      throw e;
    }
  }

  private Kept tried(
      TokenHash link, boolean open, PageNonce nonce, Form form, String language, Answers answers) {
    var now = clock.instant();
    var json = AnswersJson.write(answers);
    var level = screen(form, answers, language);
    var id = UUID.randomUUID();
    var week = Week.of(now);
    // That a page was in Easy Read would single people out, and the words are English all the same.
    var body = new EnvelopeBody(link, form.name(), form.version(), Words.written(language), json);
    var row =
        new EnvelopeRow(
            id,
            nonce.hashOf(json),
            nonce.hash(),
            keys.hashOfCode(nonce.withdrawalCode()),
            week.name(),
            level.name().toLowerCase(Locale.ROOT),
            level == Level.NONE ? null : utc(Due.at(level, now, hours)),
            LocalDate.ofInstant(now, ZoneOffset.UTC),
            open,
            seal.seal(week, body.bytes(), "envelope " + id));
    try {
      post.keep(row, link, now);
      return Kept.YES;
    } catch (Post.LinkGone e) {
      return Kept.LINK_REFUSED;
    } catch (DataAccessException e) {
      return switch (Post.duplicateKey(e)) {
        case "answer_mac" -> Kept.BEFORE;
        case "nonce_hash" -> Kept.OTHER_WORDS_BEFORE;
        default -> throw e;
      };
    }
  }

  /**
   * A screen that breaks must not cost anybody their answer, nor let a cry for help wait: a person
   * looks.
   */
  private static Level screen(Form form, Answers answers, String language) {
    try {
      return Screen.level(form, answers, language);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // a list that cannot be read is of the last kind
      return Level.AMBER;
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
