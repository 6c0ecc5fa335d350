package org.hearback.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A variant says the same in other words: one figure for all ages. */
class VariantTest {
  private static final FormFile FILE = new FormFile(Resources.text("forms/form.schema.json"));
  private static final String YOUNG = Resources.text("forms/home-young-person/1.yml");
  private static final Form CHILD = new Forms().latest("home-child");

  @Test
  void words_and_looks_may_differ() {
    assertThat(differences(it -> it)).isEmpty();
    assertThat(differences(it -> it.replace("lengthMax: 1000", "lengthMax: 500"))).isEmpty();
  }

  @Test
  void keys_items_options_standings_dangers_and_order_may_not() {
    assertThat(differences(it -> it.replace("key: told", "key: said"))).contains("told");
    assertThat(differences(it -> it.replace("item: LISTENED", "item: BETTER"))).contains("BETTER");
    assertThat(differences(it -> it.replace("between: {", "middling: {"))).contains("middling");
    assertThat(differences(it -> it.replace("sad: {standing: poor", "sad: {standing: middle")))
        .contains("feel");
    assertThat(differences(it -> it.replace(", danger: red", ""))).contains("now");
    assertThat(differences(VariantTest::swapped)).contains("in another order than home-child/1");
    assertThat(
            differences(it ->
                it.replace(
                    "    lengthMax: 1000",
                    """
                        lengthMax: 1000
                        when: {now: ["no"]}\
                    """)))
        .isNotEmpty();
  }

  @Test
  void a_variant_has_no_variants() {
    var young = FILE.read("home-young-person", 1, YOUNG);
    assertThat(FormLint.differences(young, young).toString()).contains("is a variant itself");
  }

  private static String swapped(String yaml) {
    var told = yaml.substring(yaml.indexOf("  - key: told"), yaml.indexOf("  - key: listened"));
    return yaml.replace(told, "").replace("  - key: now", told + "  - key: now");
  }

  private static String differences(UnaryOperator<String> change) {
    var found = FormLint.differences(FILE.read("home-young-person", 1, change.apply(YOUNG)), CHILD);
    return found.isEmpty() ? "" : found.toString();
  }
}
