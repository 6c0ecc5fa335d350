package org.hearback.tryout;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearback.invitation.Link;
import org.hearback.invitation.LinkToken;
import org.hearback.invitation.Links;

/** Whom a visitor can be, and the link of a message that somebody like that has not used yet. */
@Singleton
@Requires(bean = TryOutClock.class)
final class Guide {
  private static final Pattern TOKEN = Pattern.compile("https?://\\S+?/([0-9a-z]{16})\\b");

  private final SampleLife life;
  private final RecordingPostman postman;
  private final Links links;

  Guide(SampleLife life, RecordingPostman postman, Links links) {
    this.life = life;
    this.postman = postman;
    this.links = links;
  }

  /** Respondents whom a visitor can be. */
  enum Respondent {
    YOUNG_PERSON("young-person", "route", "en"),
    PARENT("parent", "parent", "en"),
    PARENT_ARABIC("parent-ar", "parent", "ar");

    private final String key;
    private final String role;
    private final String language;

    Respondent(String key, String role, String language) {
      this.key = key;
      this.role = role;
      this.language = language;
    }

    static Optional<Respondent> of(String key) {
      return Arrays.stream(values()).filter(who -> who.key.equals(key)).findFirst();
    }

    private boolean is(Household.Member member) {
      return member.role().equals(role) && member.language().equals(language);
    }
  }

  /**
   * The address of the newest form that waits for somebody like that; empty while there is none.
   */
  Optional<String> open(Respondent who) {
    return postman.messages().stream()
        .filter(message -> life.withPhone(message.phone()).filter(who::is).isPresent())
        .flatMap(message -> TOKEN.matcher(message.text()).results().map(at -> at.group(1)))
        .filter(this::waits)
        .findFirst()
        .map(token -> "/" + token);
  }

  private boolean waits(String token) {
    return LinkToken.read(token)
        .filter(read -> links.open(read) instanceof Link.Waiting)
        .isPresent();
  }
}
