package org.hearback.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Forms and words at one moment, for the people who write them. Immutable, safe for any thread.
 *
 * @param forms by name and version
 * @param findings of the linter, errors first
 * @param refused what could not be taken, in the words of whoever refused it
 */
public record Content(
    List<Entry> forms, Words words, List<Finding> findings, List<String> refused) {

  /**
   * One version of a form.
   *
   * @param published whether people may be asked by it; a draft is seen in the preview alone
   */
  public record Entry(Form form, boolean published) {
    /** As the linter names it. */
    public String where() {
      return form.name() + "/" + form.version();
    }
  }

  public Content {
    forms = List.copyOf(forms);
    findings = List.copyOf(findings);
    refused = List.copyOf(refused);
  }

  public Optional<Entry> find(String name, int version) {
    return forms.stream()
        .filter(it -> it.form().name().equals(name) && it.form().version() == version)
        .findFirst();
  }

  /** What the linter says of a form and of the page before its questions. */
  public List<Finding> findings(Entry entry) {
    var before = Set.copyOf(FormWords.before(entry.form()));
    return findings.stream()
        .filter(it ->
            it.where().equals(entry.where())
                || it.key().equals("form." + entry.form().name())
                || before.contains(it.key()))
        .toList();
  }

  /** How many sentences may be read by somebody who answers this form. */
  public int sentences(Form form) {
    return words.needed(form).size();
  }

  /** What forbids to publish it as it stands, one a line. */
  public List<String> problems() {
    var problems = new TreeSet<>(refused);
    findings.stream().filter(Finding::isError).map(Finding::line).forEach(problems::add);
    return List.copyOf(problems);
  }
}
