package org.hearback.theme;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * One index in one folder, from its building to the day it is replaced. One thread writes, any
 * number read. A reader sees whole commits only; the number of the last change taken up is part of
 * the commit, so both survive a crash or neither.
 */
final class Generation implements Closeable {
  /** How documents are made; another number means another index. */
  static final String SCHEMA = "14";

  // A byte a number is what a search reads; the whole numbers lie beside it for the next index.
  static final Codec CODEC =
      new Lucene104Codec() {
        private final KnnVectorsFormat quantised = new Lucene104HnswScalarQuantizedVectorsFormat();

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
          return quantised;
        }
      };

  private static final String SCHEMA_KEY = "schema";
  private static final String POSITION_KEY = "position";
  private static final String MARK_KEY = "mark";
  private static final String CODED_KEY = "coded";
  private static final String CODED_MARK_KEY = "coded_mark";

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Documents documents;
  private final String madeBy;
  private final Facets facets;
  // For the one thread that writes: it remembers words.
  private final Cutter cutter = new Cutter();
  private volatile Position position;

  private Generation(
      FSDirectory directory,
      IndexWriter writer,
      SearcherManager searchers,
      Facets facets,
      Documents documents,
      String madeBy,
      Position position) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
    this.facets = facets;
    this.documents = documents;
    this.madeBy = madeBy;
    this.position = position;
  }

  /** A new, empty index. */
  static Generation create(Path folder, Documents documents) throws IOException {
    Files.createDirectories(folder);
    return start(
        folder,
        documents,
        documents.rules(),
        IndexWriterConfig.OpenMode.CREATE,
        new Position(0, ""));
  }

  /**
   * The index that lies in a folder, checked byte by byte; it may be sorted by another book, and is
   * searched until there is one by this.
   *
   * @throws IOException when there is none, when it is damaged or of another format
   */
  static Generation open(Path folder, Documents documents) throws IOException {
    Position position;
    String madeBy;
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var said = reader.getIndexCommit().getUserData();
      madeBy = said.getOrDefault(SCHEMA_KEY, "");
      if (!madeBy.startsWith(SCHEMA + " ")) {
        throw new IndexFormatTooOldException(folder.toString(), "made by other rules");
      }
      position = position(said);
      for (var leaf : reader.leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("the index is not whole", e);
    }
    return start(folder, documents, madeBy, IndexWriterConfig.OpenMode.APPEND, position);
  }

  private static Position position(Map<String, String> said) {
    return new Position(
        Long.parseLong(said.get(POSITION_KEY)),
        said.getOrDefault(MARK_KEY, ""),
        new Position.Coded(
            Long.parseLong(said.getOrDefault(CODED_KEY, "0")),
            said.getOrDefault(CODED_MARK_KEY, "")));
  }

  private static Generation start(
      Path folder,
      Documents documents,
      String madeBy,
      IndexWriterConfig.OpenMode mode,
      Position position)
      throws IOException {
    var directory = FSDirectory.open(folder);
    IndexWriter writer = null;
    try {
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(Analysis.ANALYZER)
                  .setOpenMode(mode)
                  .setCodec(CODEC)
                  // In the writer's own thread: a merge that goes on beside a commit would leave
                  // the words of a deleted comment on the disk until the next one.
                  .setMergeScheduler(new SerialMergeScheduler())
                  .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0)));
      var facets = new Facets();
      var searchers = new SearcherManager(writer, new Warming(facets));
      return new Generation(directory, writer, searchers, facets, documents, madeBy, position);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileHandlingException(writer, directory);
      throw e;
    }
  }

  /** How far the last commit came. */
  Position position() {
    return position;
  }

  /**
   * Takes comments up; nobody sees them before {@link #commit}. One that is there already is
   * replaced.
   */
  void put(List<Comment> comments, Documents.Known known) throws IOException {
    var made = documents.of(comments, known, cutter);
    for (int at = 0; at < made.size(); at++) {
      writer.updateDocument(CommentDocument.key(comments.get(at).id()), made.get(at));
    }
  }

  /** The same, where it knows what they mean by itself if their English has not changed. */
  void put(List<Comment> comments) throws IOException {
    put(comments, (comment, english) -> meaning(documents.meaning(), comment, english));
  }

  /** Takes out what is gone, and commits; what came up was put before. */
  void take(Step step) throws IOException {
    if (step.words()) {
      cutter.forget(); // a rare word may have been of one comment alone
    }
    for (var comment : step.gone()) {
      writer.deleteDocuments(CommentDocument.key(comment));
    }
    if (step.words()) {
      commit(step.upTo());
    } else {
      commitAsItIs(step.upTo());
    }
  }

  /**
   * Makes what was put durable, together with how far it brings the index, and visible. What was
   * taken out or replaced is then in no file any more: an index only marks it as deleted, and keeps
   * its words until it happens to merge.
   */
  void commit(Position upTo) throws IOException {
    if (writer.hasDeletions()) {
      writer.forceMergeDeletes();
    }
    commitAsItIs(upTo);
  }

  /**
   * The same where the words are what they were: their old copies may stay until a commit that
   * clears the files, which is dear.
   */
  private void commitAsItIs(Position upTo) throws IOException {
    writer.setLiveCommitData(
        Map.of(
                SCHEMA_KEY, madeBy,
                POSITION_KEY, Long.toString(upTo.no()),
                MARK_KEY, upTo.mark(),
                CODED_KEY, Long.toString(upTo.coded().no()),
                CODED_MARK_KEY, upTo.coded().mark())
            .entrySet());
    writer.commit();
    position = upTo;
    searchers.maybeRefreshBlocking();
  }

  /** Makes what is counted ready before anybody searches. */
  private static final class Warming extends SearcherFactory {
    private final Facets facets;

    Warming(Facets facets) {
      this.facets = facets;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before)
        throws IOException {
      facets.warm(reader);
      return super.newSearcher(reader, before);
    }
  }

  /** What is done with a searcher while it is held. */
  interface Reading<T> {
    T with(IndexSearcher searcher, Facets facets) throws IOException;
  }

  /** Empty when this generation was replaced a moment ago: ask the one that came after. */
  <T> Optional<T> read(Reading<T> reading) throws IOException {
    IndexSearcher searcher;
    try {
      searcher = searchers.acquire();
    } catch (org.apache.lucene.store.AlreadyClosedException _) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.with(searcher, facets));
    } finally {
      searchers.release(searcher);
    }
  }

  /** Whether its documents are made like these would be. */
  boolean isMadeBy(Documents wanted) {
    return madeBy.equals(wanted.rules());
  }

  boolean isBy(ThemeBook book) {
    return madeBy.startsWith(Documents.rulesOf(book));
  }

  boolean knows(Meaning meaning) {
    return meaning.isThere() && madeBy.endsWith(" " + meaning.model());
  }

  /** What it knows of the meaning of a comment, where that still says the same. */
  Optional<Meant> meaning(Meaning wanted, UUID comment, String english) throws IOException {
    return knows(wanted)
        ? read((searcher, _) -> CommentDocument.meant(searcher, comment, english)).flatMap(it -> it)
        : Optional.empty();
  }

  /** Writes no more and drops what was not committed; the last commit is still read. */
  void giveUp() {
    IOUtils.closeWhileHandlingException(writer::rollback);
  }

  /** Whether the writer still works; it closes itself when a disk fails. */
  boolean alive() {
    return writer.isOpen();
  }

  /** Drops what was not committed. Readers that hold a searcher finish undisturbed. */
  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer::rollback, directory);
  }
}
