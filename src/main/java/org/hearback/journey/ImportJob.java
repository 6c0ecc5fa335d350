package org.hearback.journey;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that are dropped into {@code hearback.import.folder} and moves each to {@code
 * done} or {@code failed} inside it. A file is taken when two looks in a row find it with the same
 * size and time, so that nothing is read while it is being written; names ending in {@code .part}
 * are never looked at. Files moved away are deleted after a week.
 */
@Singleton
public class ImportJob {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
  private static final Duration KEPT = Duration.ofDays(7);

  private final Import intake;
  private final CouncilClock clock;
  private final String folder;
  private final boolean enabled;
  private Map<Path, Look> before = Map.of();

  ImportJob(
      Import intake,
      CouncilClock clock,
      @Value("${hearback.import.folder:}") String folder,
      @Value("${hearback.jobs.enabled:true}") boolean enabled) {
    this.intake = intake;
    this.clock = clock;
    this.folder = folder;
    this.enabled = enabled;
  }

  private record Look(long size, FileTime time) {}

  @Scheduled(initialDelay = "10s", fixedDelay = "${hearback.import.every:20s}")
  void scheduled() {
    if (enabled && !folder.isBlank()) {
      run();
    }
  }

  /** One look at the folder. */
  public synchronized void run() {
    try {
      var now = new HashMap<Path, Look>();
      for (var file : waiting()) {
        var look = new Look(Files.size(file), Files.getLastModifiedTime(file));
        if (look.equals(before.get(file))) {
          take(file);
        } else {
          now.put(file, look);
        }
      }
      before = now;
      sweep("done");
      sweep("failed");
    } catch (IOException e) {
      LOG.error("the import folder cannot be read: {}", e.getClass().getSimpleName());
    }
  }

  private List<Path> waiting() throws IOException {
    try (var files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("(?i)[^.].*\\.csv"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private void take(Path file) throws IOException {
    switch (intake.file(file)) {
      case ImportReport.Refused _ -> move(file, "failed");
      case ImportReport.Taken _ -> move(file, "done");
    }
  }

  private void move(Path file, String to) throws IOException {
    var inside = Files.createDirectories(Path.of(folder, to));
    var target = inside.resolve(String.valueOf(file.getFileName()));
    for (int n = 2; Files.exists(target); n++) {
      target = inside.resolve(n + "_" + file.getFileName());
    }
    Files.move(file, target);
    Files.setLastModifiedTime(target, FileTime.from(clock.now()));
  }

  /** What was taken holds names and numbers; it must not lie about. */
  private void sweep(String where) throws IOException {
    var inside = Path.of(folder, where);
    if (!Files.isDirectory(inside)) {
      return;
    }
    Instant until = clock.now().minus(KEPT);
    try (var files = Files.list(inside)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(until)) {
          Files.delete(file);
        }
      }
    }
  }
}
