package org.hearback;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The house plan, executed. That each rule finds what it is for is shown by {@link
 * PlantedRoomsTest}, {@link PlantedCodeTest} and {@link PlantedSourcesTest}.
 */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter().importPath(Path.of("target/classes/org/hearback"));

  static final Map<String, ArchRule> RULES =
      Map.ofEntries(
          Map.entry(
              "rooms import only rooms before them",
              HouseRules.rooms_import_only_rooms_before_them()),
          Map.entry("there are only the known rooms", HouseRules.there_are_only_the_known_rooms()),
          Map.entry(
              "the framework stays at the edge", HouseRules.the_framework_stays_at_the_edge()),
          Map.entry("anonymity is pure", HouseRules.anonymity_is_pure()),
          Map.entry("only the desk opens answers", HouseRules.only_the_desk_opens_answers()),
          Map.entry("Lucene stays in theme", HouseRules.lucene_stays_in_theme()),
          Map.entry(
              "nothing is injected into a field", CodeRules.nothing_is_injected_into_a_field()),
          Map.entry(
              "nobody reads the time without the clock",
              CodeRules.nobody_reads_the_time_without_the_clock()),
          Map.entry(
              "only a row rebuilds redacted text", CodeRules.only_a_row_rebuilds_redacted_text()),
          Map.entry("no class has an empty name", CodeRules.no_class_has_an_empty_name()),
          Map.entry("no field has an empty name", CodeRules.no_field_has_an_empty_name()),
          Map.entry("only SLF4J logs", CodeRules.only_slf4j_logs()),
          Map.entry(
              "nobody writes to the JDK's logger", CodeRules.nobody_writes_to_the_jdks_logger()),
          Map.entry(
              "only the door speaks on standard output",
              CodeRules.only_the_door_speaks_on_standard_output()),
          Map.entry(
              "every repository names its data source",
              SourceRules.every_repository_names_its_data_source()),
          Map.entry(
              "every transaction of a class names its data source",
              SourceRules.every_transaction_of_a_class_names_its_data_source()),
          Map.entry(
              "every transaction of a method names its data source",
              SourceRules.every_transaction_of_a_method_names_its_data_source()),
          Map.entry("no other transaction is used", SourceRules.no_other_transaction_is_used()),
          Map.entry(
              "every injected connection names its data source",
              SourceRules.every_injected_connection_names_its_data_source()),
          Map.entry(
              "no reference hides its repository", SourceRules.no_reference_hides_its_repository()),
          Map.entry(
              "a transaction keeps to its data source",
              SourceRules.a_transaction_keeps_to_its_data_source()));

  @TestFactory
  Stream<DynamicTest> the_house_keeps_its_plan() {
    return RULES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  @Test
  void every_room_has_a_package_that_says_what_enters_and_refuses_null() {
    Set<String> rooms = new TreeSet<>(HouseRules.ROOMS);
    rooms.add(HouseRules.WEB);
    rooms.add(HouseRules.TRYOUT);
    var marked =
        rooms.stream()
            .filter(room -> HOUSE.containPackage(HouseRules.HOUSE + "." + room))
            .filter(room ->
                HOUSE.getPackage(HouseRules.HOUSE + "." + room).isAnnotatedWith(NullMarked.class))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(marked).isEqualTo(rooms);
  }
}
