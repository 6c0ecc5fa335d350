package org.hearback.theme;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.hearback.anonymity.Label;
import org.hearback.journey.Audience;
import org.hearback.journey.ServiceAreas;

/**
 * A comment as a document of the index, and back. A change here needs a new {@link
 * Generation#SCHEMA}.
 */
final class CommentDocument {
  static final String ID = "id";

  /**
   * Equal hits are sorted by this half of the random id: the order of documents is the order of
   * batches, and would tell the time.
   */
  static final String CHANCE = "chance";

  static final String WORDS = "words";
  static final String RENDERED = "rendered";
  static final String RESPONSE = "response";

  // To filter by. An area and a period stand there with all that contain them.
  static final String IN_AREA = "in_area";
  static final String IN_PERIOD = "in_period";
  static final String GROUP = "group";
  static final String MILESTONE = "milestone";
  static final String LANGUAGE = "language";

  /** The theme that is surest of it comes first. */
  static final String THEME = "theme";

  /** That a person said which themes it has, or that it cannot be told. */
  static final String CODED = "coded";

  /**
   * Other areas that it talks about, with those above them; only what was said is stored. It never
   * adds to what {@link #IN_AREA} says.
   */
  static final String MENTIONS = "mentions";

  /** A theme and which way a person says that it is said. */
  static final String SIDE = "side";

  /** Which way it points: what persons say of its themes, or else what it seems to be. */
  static final String POINTS = "points";

  /** That no person said so. */
  private static final String SEEMS = "seems";

  static final String PERIOD_END = "period_end";

  /** What the English of it means. */
  static final String MEANING = "meaning";

  /** And what each part of it means, a byte for each number. */
  private static final String PARTS = "parts";

  /** With the places of its words: hits are marked by them, and the text is not cut again. */
  private static final FieldType PLACED = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    PLACED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    PLACED.freeze();
  }

  private CommentDocument() {}

  static Term key(UUID comment) {
    return new Term(ID, comment.toString());
  }

  /** Its place among equals. */
  static long chance(UUID comment) {
    return comment.getMostSignificantBits();
  }

  /**
   * @param found the themes that the book finds
   * @param points which way it seems to point
   * @param person what a person says instead
   * @param meant by its English; empty where it has none, or nothing reads it
   * @param links to other areas that it talks about
   */
  static Document of(
      CutComment cut,
      List<String> found,
      Optional<Side> points,
      Optional<Coding> person,
      Optional<Meant> meant,
      Mentions.Links links,
      ServiceAreas areas)
      throws IOException {
    var document = new Document();
    var comment = cut.comment();
    var id = comment.id().toString();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new BinaryDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(CHANCE, chance(comment.id())));
    document.add(new StoredField(RESPONSE, comment.response().toString()));
    // Answers are counted, and not their comments.
    document.add(new SortedDocValuesField(RESPONSE, new BytesRef(comment.response().toString())));
    document.add(new StoredField("form", comment.form()));
    document.add(new StoredField("form_version", comment.formVersion()));
    document.add(new StoredField("question", comment.question()));
    document.add(new StringField(LANGUAGE, comment.language(), Field.Store.YES));
    Facets.add(document, LANGUAGE, List.of(comment.language()));
    words(document, cut);
    label(document, comment.label(), areas);
    var themes = person.map(Coding::themes).orElse(found);
    themes.forEach(theme -> document.add(new StringField(THEME, theme, Field.Store.YES)));
    Facets.add(document, THEME, themes);
    for (var area : links.all()) {
      var stored = links.said().contains(area) ? Field.Store.YES : Field.Store.NO;
      document.add(new StringField(MENTIONS, area, stored));
    }
    Facets.add(document, MENTIONS, links.all().stream().sorted().toList());
    person.ifPresent(coding -> {
      document.add(new StringField(CODED, coding.said(), Field.Store.YES));
      coding
          .sides()
          .forEach((theme, side) ->
              document.add(new StringField(SIDE, side(theme, side), Field.Store.YES)));
    });
    points(document, points, person.map(Coding::sides).orElse(Map.of()).values());
    meant.ifPresent(its -> {
      document.add(
          new KnnFloatVectorField(MEANING, its.whole(), VectorSimilarityFunction.DOT_PRODUCT));
      if (its.parts().length > 0) {
        document.add(new BinaryDocValuesField(PARTS, new BytesRef(its.parts())));
      }
    });
    return document;
  }

  /** What persons say goes over what it seems to be. */
  private static void points(Document document, Optional<Side> seems, Collection<Side> said) {
    var sides = EnumSet.noneOf(Side.class);
    sides.addAll(said);
    if (said.isEmpty()) {
      seems.ifPresent(side -> {
        sides.add(side);
        document.add(new StoredField(SEEMS, side.key()));
      });
    }
    var keys = sides.stream().map(Side::key).toList();
    keys.forEach(key -> document.add(new StringField(POINTS, key, Field.Store.NO)));
    Facets.add(document, POINTS, keys);
  }

  /** Which way it seems to point, where no person said so. */
  static Optional<Side> seems(Document document) {
    return Optional.ofNullable(document.get(SEEMS)).flatMap(Side::ofKey);
  }

  static String side(String theme, Side side) {
    return theme + " " + side.stored();
  }

  /** Which way a person says that some of the themes are said. */
  static Map<String, Side> sides(Document document) {
    var sides = new HashMap<String, Side>();
    for (var one : document.getValues(SIDE)) {
      int blank = one.indexOf(' ');
      Side.of(one.charAt(blank + 1)).ifPresent(side -> sides.put(one.substring(0, blank), side));
    }
    return sides;
  }

  /** The text whose meaning a document holds. */
  static String english(Document document) {
    var rendered = document.get(RENDERED);
    return rendered == null ? document.get(WORDS) : rendered;
  }

  /** What an index knows of the meaning of a comment, where its English is still the same. */
  static Optional<Meant> meant(IndexSearcher searcher, UUID comment, String english)
      throws IOException {
    var there = searcher.search(new TermQuery(key(comment)), 1).scoreDocs;
    if (there.length == 0
        || !english(searcher.storedFields().document(there[0].doc)).equals(english)) {
      return Optional.empty();
    }
    int document = there[0].doc;
    var parts = parts(searcher, document);
    return meaning(searcher, document).map(whole -> new Meant(whole, parts));
  }

  private static byte[] parts(IndexSearcher searcher, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var parts = DocValues.getBinary(leaf.reader(), PARTS);
    if (!parts.advanceExact(document - leaf.docBase)) {
      return new byte[0];
    }
    var bytes = parts.binaryValue();
    return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  /** The direction of the English of a document, by its number. */
  static Optional<float[]> meaning(IndexSearcher searcher, int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    var directions = leaf.reader().getFloatVectorValues(MEANING);
    if (directions == null) {
      return Optional.empty();
    }
    var at = directions.iterator();
    int place = document - leaf.docBase;
    return at.advance(place) == place
        ? Optional.of(directions.vectorValue(at.index()).clone())
        : Optional.empty();
  }

  private static void words(Document document, CutComment comment) {
    document.add(new StoredField(WORDS, comment.words().text()));
    comment.english().ifPresent(english -> document.add(new StoredField(RENDERED, english.text())));
    comment
        .texts()
        .forEach(text -> {
          document.add(new Field(Analysis.FOLDED, text.folded().stream(), PLACED));
          text.own()
              .ifPresent(own ->
                  document.add(new Field(own.endings().field(), own.cut().stream(), PLACED)));
        });
  }

  private static void label(Document document, Label label, ServiceAreas areas) {
    document.add(new StoredField("area", label.area()));
    document.add(new StoredField("audience", label.audience().name()));
    document.add(new StoredField("age_band", label.ageBand()));
    document.add(new StoredField("period", label.period()));
    document.add(new StoredField("spoken", label.language()));
    document.add(new StringField(MILESTONE, label.milestone(), Field.Store.YES));
    Facets.add(document, MILESTONE, List.of(label.milestone()));
    under(document, GROUP, Who.of(label));
    under(document, IN_AREA, areas.upwards(label.area()));
    var period = new Period(label.period());
    boolean known = !label.hasLostItsTime();
    under(document, IN_PERIOD, known ? period.upwards() : List.of());
    document.add(new NumericDocValuesField(PERIOD_END, known ? period.end() : 0));
  }

  /** A value with all that contain it. */
  private static void under(Document document, String part, List<String> containing) {
    containing.forEach(value -> document.add(new StringField(part, value, Field.Store.NO)));
    Facets.add(document, part, containing);
  }

  static Label label(Document document) {
    return new Label(
        document.get("area"),
        Audience.valueOf(document.get("audience")),
        document.get("age_band"),
        document.get(MILESTONE),
        document.get("period"),
        document.get("spoken"));
  }
}
