package org.hearback.theme;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns what a person typed and chose into queries. Any text is a query; none is an error. */
final class Asked {
  /** Longer input is cut: it bounds the clauses of a query, and nobody types it. */
  static final int LENGTH_MAX = 1000;

  // Each letter of some scripts is a word, each word is looked for in each field, and may have a
  // few readings there.
  private static final int CLAUSES_MAX = 65_536;

  static {
    IndexSearcher.setMaxClauseCount(CLAUSES_MAX);
  }

  private static final Map<String, Float> FIELDS =
      Analysis.FIELDS.stream()
          .collect(
              Collectors.toMap(Function.identity(), it -> it.equals(Analysis.FOLDED) ? 0.2f : 1f));

  // Not "like this one": ~ and digits behind a word are ordinary signs in what people write. Behind
  // a phrase they say how near.
  private static final int OPERATORS =
      SimpleQueryParser.AND_OPERATOR
          | SimpleQueryParser.NOT_OPERATOR
          | SimpleQueryParser.OR_OPERATOR
          | SimpleQueryParser.PREFIX_OPERATOR
          | SimpleQueryParser.PHRASE_OPERATOR
          | SimpleQueryParser.PRECEDENCE_OPERATORS
          | SimpleQueryParser.ESCAPE_OPERATOR
          | SimpleQueryParser.WHITESPACE_OPERATOR
          | SimpleQueryParser.NEAR_OPERATOR;

  /** One word or one phrase, with the sign before it. */
  private static final Pattern PART = Pattern.compile("-?\"[^\"]*\"?(?:~\\d+)?|[^\\s\"]+");

  // A sign by itself is one of a sentence.
  private static final Pattern LEFT_OUT = Pattern.compile("-[\\p{L}\\p{N}\"]");

  private static final Pattern PHRASE = Pattern.compile("\"[^\"]*\"?");

  /** Signs by which somebody says exactly which words they want. */
  private static final Pattern SIGNS = Pattern.compile("[\"|*]|(?:^|\\s)[-+][\\p{L}\\p{N}]");

  private static final Pattern A_WORD = Pattern.compile("\\p{IsLatin}{2}");

  private Asked() {}

  /**
   * What can be taken by its meaning.
   *
   * @param words without what only narrows
   * @param narrowed what {@code field:value} among them asks for
   */
  record Plain(String words, Query narrowed) {}

  /** Empty where nothing is said in plain words, or in letters that English is not written in. */
  static Optional<Plain> plain(String typed, Keys keys) {
    var words = new StringBuilder();
    var narrowed = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (var part : cut(typed).strip().split("\\s+")) {
      var key = keys.find(part);
      key.ifPresentOrElse(
          term -> narrowed.add(new TermQuery(term), Occur.FILTER),
          () -> words.append(part).append(' '));
    }
    return SIGNS.matcher(words).find() || !A_WORD.matcher(words).find()
        ? Optional.empty()
        : Optional.of(new Plain(words.toString().strip(), narrowed.build()));
  }

  /** All of the words; nothing typed asks for every comment. */
  static Query words(String typed, Keys keys) {
    return parsed(typed, keys, Occur.MUST);
  }

  /**
   * Any of the words: who types a whole sentence wants what is nearest to it. What was left out or
   * narrowed stays so; a choice is meant as it is, and finds nothing here. Brackets are signs of a
   * sentence like any other.
   */
  static Query some(String typed, Keys keys) {
    var words = cut(typed);
    if (PHRASE.matcher(words).replaceAll("").indexOf('|') >= 0) {
      return new MatchNoDocsQuery("meant as typed");
    }
    var relaxed = new StringBuilder();
    var kept = new StringBuilder();
    for (var part :
        PART.matcher(words.replaceAll("[()]", " ")).results().map(MatchResult::group).toList()) {
      boolean stays = LEFT_OUT.matcher(part).lookingAt() || keys.find(part).isPresent();
      (stays ? kept : relaxed).append(part).append(' ');
    }
    if (relaxed.isEmpty()) {
      return new MatchNoDocsQuery("nothing to relax");
    }
    var query = new BooleanQuery.Builder();
    query.add(parsed(relaxed.toString(), keys, Occur.SHOULD), Occur.MUST);
    if (!kept.isEmpty()) {
      query.add(parsed(kept.toString(), keys, Occur.MUST), Occur.MUST);
    }
    return query.build();
  }

  /** A query of the theme book, for comments of one language. */
  static Query stored(String query, Iterable<String> fields) {
    var weights = new HashMap<String, Float>();
    fields.forEach(field -> weights.put(field, 1f));
    var parser = new Parser(_ -> Optional.empty(), weights);
    parser.setDefaultOperator(Occur.MUST);
    var parsed = parser.parse(query);
    return parsed == null ? new MatchNoDocsQuery("only signs") : parsed;
  }

  /** All comments that one of a theme's queries finds, each query in comments of its language. */
  static Query found(Theme theme) {
    var all = new BooleanQuery.Builder();
    for (var endings : Endings.ALL) {
      var fields = List.of(Analysis.FOLDED, endings.field());
      var one = new BooleanQuery.Builder();
      var queries = theme.queries().getOrDefault(endings.language(), List.of());
      queries.forEach(query -> one.add(stored(query, fields), Occur.SHOULD));
      if (!queries.isEmpty()) {
        one.add(new FieldExistsQuery(endings.field()), Occur.FILTER);
        all.add(one.setMinimumNumberShouldMatch(1).build(), Occur.SHOULD);
      }
    }
    return all.build();
  }

  private static Query parsed(String typed, Keys keys, Occur each) {
    var words = cut(typed);
    if (words.isBlank()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var parser = new Parser(keys::find, FIELDS);
    parser.setDefaultOperator(each);
    var lifted = Lifted.of(words, word -> keys.find(word).isPresent());
    var rest = parser.read(lifted.rest());
    var narrowing = new BooleanQuery.Builder();
    int narrowed = 0;
    for (var part : lifted.narrowing()) {
      var query = parser.read((part.not() ? "-" : "") + part.text());
      if (query.isPresent()) {
        // Each worth the same for all. As what only has to hold it leaves Lucene to look for the
        // best by what a block of comments can be worth: of a million that takes thrice as long.
        narrowing.add(query.get(), Occur.MUST);
        narrowed++;
      }
    }
    if (narrowed == 0) {
      return rest.orElseGet(() -> new MatchNoDocsQuery("only signs"));
    }
    rest.ifPresent(query -> narrowing.add(query, Occur.MUST));
    return narrowing.build();
  }

  /** The words within the filter and within what the asker may see. */
  static Query all(Query words, Filter filter, Set<String> scope) {
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(within(filter, scope), Occur.FILTER)
        .build();
  }

  /** Whether where words stand decides what a query finds: that costs more than how well. */
  static boolean asksForPlaces(Query query) {
    boolean[] asks = {false};
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query part, Term... terms) {
            asks[0] |=
                part instanceof PhraseQuery
                    || part instanceof MultiPhraseQuery
                    || part instanceof IntervalQuery;
          }
        });
    return asks[0];
  }

  /**
   * What the asker may see, and chose of it. The scope is part of every query, so that no number,
   * no page, no highlight and no suggestion is ever made from anything outside it.
   *
   * @param scope areas; empty for the whole council
   */
  static Query within(Filter filter, Set<String> scope) {
    var query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (var narrowed :
        List.of(
            new Term(CommentDocument.IN_AREA, filter.area()),
            new Term(CommentDocument.GROUP, filter.group()),
            new Term(CommentDocument.MILESTONE, filter.milestone()),
            new Term(CommentDocument.IN_PERIOD, filter.period()),
            new Term(CommentDocument.LANGUAGE, filter.language()),
            new Term(CommentDocument.THEME, filter.theme()),
            new Term(CommentDocument.MENTIONS, filter.mentions()),
            new Term(CommentDocument.POINTS, filter.points()))) {
      if (!narrowed.text().isEmpty()) {
        query.add(new TermQuery(narrowed), Occur.FILTER);
      }
    }
    if (!scope.isEmpty()) {
      var areas = scope.stream().map(BytesRef::new).toList();
      query.add(new TermInSetQuery(CommentDocument.IN_AREA, areas), Occur.FILTER);
    }
    return query.build();
  }

  /**
   * As the index will read it: one sign may stand for four words, and what is cut is what they are.
   * Never between the two halves of one character.
   */
  static String cut(String typed) {
    var read = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    if (read.length() <= LENGTH_MAX) {
      return read;
    }
    int end = Character.isHighSurrogate(read.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
    return read.substring(0, end);
  }

  /** Knows {@code field:value}. */
  private static final class Parser extends SimpleQueryParser {
    private final Function<String, Optional<Term>> keys;
    private boolean said;

    Parser(Function<String, Optional<Term>> keys, Map<String, Float> weights) {
      super(Analysis.ANALYZER, weights, OPERATORS);
      this.keys = keys;
    }

    /** Empty where there are signs alone. */
    Optional<Query> read(String text) {
      said = text.strip().equals("*"); // everything
      var query = parse(text);
      return said ? Optional.of(query) : Optional.empty();
    }

    @Override
    protected Query newDefaultQuery(String word) {
      return noted(
          keys.apply(word)
              .<Query>map(term -> new ConstantScoreQuery(new TermQuery(term)))
              .orElseGet(() -> super.newDefaultQuery(word)));
    }

    @Override
    protected Query newPhraseQuery(String phrase, int gap) {
      return noted(
          Near.isOne(phrase)
              ? Near.query(phrase, gap, weights.keySet())
              : super.newPhraseQuery(phrase, gap));
    }

    @Override
    protected Query newPrefixQuery(String beginning) {
      return noted(super.newPrefixQuery(beginning));
    }

    private @Nullable Query noted(@Nullable Query query) {
      said |= query != null;
      return query;
    }
  }
}
