package org.hearback.theme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** The words that a query asks for: that they mark out what it finds goes without saying. */
final class AskedFor extends QueryVisitor implements Marked.LeftOut {
  private record Beginning(String field, Supplier<ByteRunAutomaton> words) {}

  private final Set<Term> terms = new HashSet<>();
  private final List<Beginning> beginnings = new ArrayList<>();

  static AskedFor of(Query query) {
    var asked = new AskedFor();
    query.visit(asked);
    return asked;
  }

  @Override
  public void consumeTerms(Query query, Term... asked) {
    terms.addAll(List.of(asked));
  }

  @Override
  public void consumeTermsMatching(
      Query query, String field, Supplier<ByteRunAutomaton> automaton) {
    beginnings.add(new Beginning(field, automaton));
  }

  @Override
  public boolean holds(Endings language, String root, String form) {
    return terms.contains(new Term(language.field(), root))
        || beginnings.stream()
            .filter(it -> it.field().equals(language.field()))
            .anyMatch(it -> runs(it, root) || runs(it, form.toLowerCase(Locale.ROOT)));
  }

  private static boolean runs(Beginning beginning, String word) {
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    return beginning.words().get().run(bytes, 0, bytes.length);
  }
}
