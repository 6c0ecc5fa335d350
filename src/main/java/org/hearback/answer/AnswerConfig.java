package org.hearback.answer;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalTime;
import org.hearback.anonymity.OfficeHours;
import org.hearback.anonymity.TraceTime;
import org.hearback.journey.CouncilClock;
import org.hearback.journey.Milestones;

@Factory
final class AnswerConfig {

  @Singleton
  KeyFolder keyFolder(@Value("${hearback.keys.folder}") String folder) {
    return new KeyFolder(Path.of(folder));
  }

  /** The desk's hours are the council's to set; its holidays are those of the milestones. */
  @Singleton
  OfficeHours officeHours(
      CouncilClock clock,
      Milestones milestones,
      @Value("${hearback.council.desk-opens:`09:00`}") LocalTime opens,
      @Value("${hearback.council.desk-closes:`17:00`}") LocalTime closes) {
    return new OfficeHours(clock.zone(), opens, closes, milestones.holidays());
  }

  @Singleton
  TraceTime traceTime(@Value("${hearback.window-days:14}") int windowDays) {
    return new TraceTime(windowDays);
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
