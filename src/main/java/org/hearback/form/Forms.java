package org.hearback.form;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All published forms, read once from {@code forms/} on the class path. Immutable, safe for any
 * thread.
 *
 * <p>{@code published.sha256} is the list of what is published. A file that differs from its hash,
 * or that the schema or the lint refuses, stops the start: answers are kept by question key and
 * option, so a form that changed under the same version would change what people said.
 */
@Singleton
public final class Forms {
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64}) [ *](([a-z0-9-]+)/([1-9][0-9]*)\\.yml)");

  private final List<Form> forms;

  Forms() {
    var file = new FormFile(Resources.text("forms/form.schema.json"));
    var found = new ArrayList<Form>();
    for (var line : Resources.text("forms/published.sha256").lines().toList()) {
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException("forms/published.sha256 has a line that is not a hash");
      }
      var path = "forms/" + parts.group(2);
      if (!Resources.sha256(Resources.bytes(path)).equals(parts.group(1))) {
        throw new IllegalStateException(path + " was changed after it was published");
      }
      var version = Integer.parseInt(parts.group(4));
      found.add(file.read(parts.group(3), version, Resources.text(path)));
    }
    found.sort(Comparator.comparing(Form::name).thenComparing(Form::version));
    forms = List.copyOf(found);
    forms.forEach(this::checkVariant);
  }

  private void checkVariant(Form form) {
    form.like()
        .ifPresent(id -> {
          var like =
              forms.stream()
                  .filter(it -> it.id().equals(id))
                  .findFirst()
                  .orElseThrow(() ->
                      new IllegalStateException(
                          "forms/%s.yml is like %s, which is not published"
                              .formatted(form.id(), id)));
          var differences = FormLint.differences(form, like);
          if (!differences.isEmpty()) {
            throw new IllegalStateException("forms/%s.yml: %s".formatted(form.id(), differences));
          }
        });
  }

  public Optional<Form> find(String name, int version) {
    return forms.stream()
        .filter(form -> form.name().equals(name) && form.version() == version)
        .findFirst();
  }

  /** Every published version, by name and version. */
  public List<Form> all() {
    return forms;
  }

  /**
   * The version that new invitations get. Throws for a name that no form has: configuration is
   * checked at start.
   */
  public Form latest(String name) {
    return forms.stream()
        .filter(form -> form.name().equals(name))
        .max(Comparator.comparing(Form::version))
        .orElseThrow(() -> new IllegalArgumentException("no such form: " + name));
  }
}
