package org.hearback.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's index of comments. It can be thrown away at any time: the database is the truth. The
 * folder holds one sub-folder a {@link Generation} and a file that names the current one; a rebuild
 * makes another beside it and then moves the name, so that searches go on and a kill at any moment
 * leaves a whole index. One thread writes ({@link IndexJob}), any number read.
 */
final class CommentIndex {
  private static final Logger LOG = LoggerFactory.getLogger(CommentIndex.class);
  private static final String CURRENT = "current";

  private final IndexFolder folder;
  private final Supplier<Documents> documents;
  private volatile @Nullable Generation current;
  private volatile @Nullable Progress progress;
  private volatile boolean ending;

  /**
   * @param documents how documents are made now; asked before each turn of the writer
   */
  CommentIndex(IndexFolder folder, Supplier<Documents> documents) {
    this.folder = folder;
    this.documents = documents;
  }

  /**
   * Opens what lies on the disk, if it is usable; the writer calls it before each of its turns. One
   * that is not made by the rules of now is searched on until it is replaced.
   */
  synchronized boolean open() {
    if (ending) {
      return false;
    }
    var generation = current;
    var wanted = documents.get();
    if (generation != null && generation.alive()) {
      return isMadeBy(generation, wanted) && folder.asked().isEmpty();
    }
    try {
      folder.hold();
      var name = Files.readString(folder.resolve(CURRENT));
      var lying = Generation.open(folder.resolve(name), wanted);
      current = lying;
      close(generation); // it was searched until now
      folder.sweep(name); // a kill leaves old and half-made ones, with words that may be hidden now
      return isMadeBy(lying, wanted) && folder.asked().isEmpty();
    } catch (NoSuchFileException _) {
      current = null;
    } catch (LockObtainFailedException _) {
      LOG.error("hearback.index.folder: {}", IndexFolder.HELD);
      current = null;
    } catch (IOException e) {
      LOG.warn("the index has to be rebuilt: {}", e.getClass().getSimpleName());
      current = null;
    }
    close(generation);
    return false;
  }

  /** After a start it is still to be learnt by what the documents were made. */
  private static boolean isMadeBy(Generation generation, Documents wanted) {
    if (!generation.isMadeBy(wanted)) {
      return false;
    }
    try {
      wanted.learn(known(generation, wanted.meaning()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** How far a rebuild that goes on has come. */
  Optional<Progress> sorted() {
    return Optional.ofNullable(progress);
  }

  /** Whether what is searched is sorted by this book. */
  boolean isBy(ThemeBook book) {
    var generation = current;
    return generation != null && generation.isBy(book);
  }

  /** How its documents are made, where that is how they would be made now. */
  Optional<Documents> madeBy() {
    var generation = current;
    var wanted = documents.get();
    return generation != null && generation.isMadeBy(wanted)
        ? Optional.of(wanted)
        : Optional.empty();
  }

  /** How far the index has come; empty while there is none. */
  Optional<Position> position() {
    return Optional.ofNullable(current).map(Generation::position);
  }

  /**
   * Takes up what changed, and leaves nothing of what is gone. When it fails, as on a full disk,
   * nothing was taken up, and searches go on in what there was.
   */
  synchronized void take(Step step) {
    var generation = current;
    if (generation == null) {
      throw new IllegalStateException("there is no index to follow with");
    }
    try {
      generation.put(step.comments());
      generation.take(step);
    } catch (IOException e) {
      generation.giveUp(); // the next turn opens the last commit again
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes a new index of all comments beside the old one, which is searched until the new one is
   * whole. Where there is none that could be searched, the new one is by words alone: their meaning
   * takes so much longer that it is left to a second one.
   *
   * @param of how many comments there are
   * @param since what came in while it was made, which may have been hours: it is as new as the old
   *     one before it is searched
   * @return false where it was told to end before: what is searched stays as it was
   */
  synchronized boolean rebuild(
      Iterator<List<Comment>> pages, long of, Position upTo, Step.Source since) {
    var name = UUID.randomUUID().toString();
    Generation next = null;
    var asked = folder.asked();
    try {
      goOn();
      folder.hold();
      var before = current;
      if (before == null) {
        folder.sweep(""); // nothing there can be searched
      }
      var made = before == null ? documents.get().withoutMeaning() : documents.get();
      var known = whileGoingOn(known(before, made.meaning()));
      next = Generation.create(folder.resolve(name), made);
      var done = new Progress(0, of);
      progress = done;
      var together = new ArrayList<Comment>();
      while (pages.hasNext()) {
        goOn();
        together.addAll(pages.next());
        if (together.size() >= Documents.TOGETHER || !pages.hasNext()) {
          next.put(together, known);
          done = done.plus(together.size());
          progress = done;
          together.clear();
        }
      }
      next.commit(upTo);
      for (var more = since.after(upTo); more.isPresent(); more = since.after(next.position())) {
        goOn();
        next.put(more.get().comments(), known);
        next.take(more.get());
      }
      var part = folder.resolve(CURRENT + ".part");
      Files.writeString(part, name);
      Files.move(part, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    } catch (ToldToEnd _) {
      abandon(next, name);
      return false;
    } catch (LockObtainFailedException e) {
      throw new IllegalStateException(IndexFolder.HELD, e);
    } catch (IOException e) {
      abandon(next, name);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      abandon(next, name); // the database failed half-way
      throw e;
    } finally {
      progress = null;
    }
    var replaced = current;
    current = next;
    close(replaced);
    folder.sweep(name);
    folder.answered(asked);
    return true;
  }

  /** The process ends, and a rebuild with it: it may take hours. */
  private static final class ToldToEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void goOn() {
    if (ending) {
      throw new ToldToEnd();
    }
  }

  boolean isEnding() {
    return ending;
  }

  /** Half an index keeps room that the next one will want: the disk may be full for it. */
  private void abandon(@Nullable Generation next, String name) {
    close(next);
    try {
      folder.delete(name);
    } catch (IOException e) {
      LOG.warn("half an index was not swept away: {}", e.getClass().getSimpleName());
    }
  }

  private static Documents.Known known(@Nullable Generation before, Meaning meaning) {
    return before == null
        ? Documents.Known.NOTHING
        : (comment, english) -> before.meaning(meaning, comment, english);
  }

  /** It is asked before each comment whose meaning is read, which takes longest. */
  private Documents.Known whileGoingOn(Documents.Known known) {
    return (comment, english) -> {
      goOn();
      return known.meaning(comment, english);
    };
  }

  /** Whether what is searched knows what this model reads. */
  boolean knows(Meaning meaning) {
    var generation = current;
    return generation != null && generation.knows(meaning);
  }

  /**
   * Reads the newest commit.
   *
   * @throws IndexNotReady while no index has been built
   */
  <T> T read(Generation.Reading<T> reading) {
    try {
      for (int tried = 0;
          tried < 3;
          tried++) { // more than one swap during one search is not to be expected
        var generation = current;
        if (generation == null) {
          break;
        }
        var result = generation.read(reading);
        if (result.isPresent()) {
          return result.orElseThrow();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IndexNotReady();
  }

  /** For good. A rebuild that goes on ends at its next comment or page. */
  void close() {
    ending = true;
    end();
  }

  private synchronized void end() {
    close(current);
    current = null;
    folder.close();
  }

  private static void close(@Nullable Generation generation) {
    IOUtils.closeWhileHandlingException(generation);
  }
}
