package org.hearback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sample as a table, out and in. */
class CodingSheetTest {
  private static final ThemeBook BOOK = ThemeFile.tagger().book();
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID TWO = new UUID(1, 2);
  private static final UUID THREE = new UUID(1, 3);
  private static final UUID FOUR = new UUID(1, 4);
  private static final List<Sample.Item> ITEMS =
      List.of(item(1, ONE), item(2, TWO), item(3, THREE), item(4, FOUR));
  private static final Map<UUID, Coding> CODES =
      Map.of(
          ONE, new Coding.About(List.of("listened-to", "change-of-worker")),
          TWO, new Coding.About(List.of()),
          THREE, new Coding.Unclear());

  @Test
  void what_goes_out_comes_back_as_it_was() {
    var sheet = CodingSheet.write(ITEMS, CODES);
    assertThat(sheet)
        .isEqualTo(
            """
            number,comment,theme_1,theme_2,theme_3\r
            1,00000000-0000-0001-0000-000000000001,listened-to,change-of-worker,\r
            2,00000000-0000-0001-0000-000000000002,none,,\r
            3,00000000-0000-0001-0000-000000000003,cannot be told,,\r
            4,00000000-0000-0001-0000-000000000004,,,\r
            """);
    assertThat(codes(sheet)).isEqualTo(CODES);
  }

  @Test
  void a_key_that_a_table_program_would_compute_is_written_harmless_and_read_back() {
    var formula = Map.<UUID, Coding>of(ONE, new Coding.About(List.of("=sum", "-minus", "@at")));
    var sheet = CodingSheet.write(ITEMS, formula);
    assertThat(sheet).contains(",'=sum,'-minus,'@at\r\n").doesNotContain(",=", ",-m", ",@");
    assertThat(mistakes(sheet).getFirst().what()).isEqualTo("There is no theme “=sum”");
  }

  /** With a mark of its encoding, by semicolons, in another order, by names; or pasted cells. */
  @Test
  void it_is_read_as_table_programs_save_it() {
    var semicolons =
        "\uFEFFNumber;Theme_1;theme_2;theme_3;comment;note\n2; Listened To ;\"change-of-worker\";;"
            + TWO.toString().toUpperCase(java.util.Locale.ROOT)
            + ";\"mine; alone\"\n\n";
    assertThat(codes(semicolons))
        .isEqualTo(Map.of(TWO, new Coding.About(List.of("listened-to", "change-of-worker"))));
    var cells =
        "number\tcomment\ttheme_1\ttheme_2\ttheme_3\r\n1\t"
            + ONE
            + "\tnone\r\n3\t"
            + THREE
            + "\t\t\t";
    assertThat(codes(cells)).isEqualTo(Map.of(ONE, new Coding.About(List.of())));
  }

  @Test
  void every_line_that_is_wrong_is_named_with_what_is_wrong_in_it() {
    var sheet =
        String.join(
            "\n",
            "number,comment,theme_1,theme_2,theme_3",
            "1," + ONE + ",listend-to,,",
            "1," + ONE + ",listened-to,,",
            "2," + THREE + ",listened-to,,",
            "9," + TWO + ",listened-to,,",
            "2," + TWO + ",none,listened-to,",
            "3," + THREE + ",\"listened-to,,",
            "4," + FOUR + ",listened-to,,,,too many",
            "4," + FOUR + ",listened-to,listened-to,");
    assertThat(mistakes(sheet))
        .containsExactly(
            new CodingSheet.Mistake(2, "There is no theme “listend-to”"),
            new CodingSheet.Mistake(3, "The same comment stands in line 2 already"),
            new CodingSheet.Mistake(4, "Number 2 is another comment in this sample"),
            new CodingSheet.Mistake(5, "The sample has no number 9"),
            new CodingSheet.Mistake(6, "“none” and “cannot be told” stand alone"),
            new CodingSheet.Mistake(7, "A quotation mark stands in the wrong place"),
            new CodingSheet.Mistake(8, "This line has more columns than the first"));
  }

  @Test
  void what_is_no_sheet_says_which_columns_it_needs() {
    for (var text : List.of("", "\n\n", "number;theme_1\n1;x", "\"", "PK\u0003\u0004")) {
      assertThat(mistakes(text))
          .as(text)
          .containsExactly(
              new CodingSheet.Mistake(
                  1,
                  "The first line has to name the columns: number, comment, theme_1, theme_2,"
                      + " theme_3"));
    }
    assertThat(mistakes("\n".repeat(3_000))).hasSize(1);
  }

  @Test
  void nobody_says_four_themes_or_one_twice() {
    assertThatThrownBy(() -> new Coding.About(List.of("a", "b", "c", "d")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Coding.About(List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class);
    for (var coding : CODES.values()) {
      assertThat(Coding.stored(coding.said(), coding.inOneLine())).isEqualTo(coding);
    }
  }

  private static Map<UUID, Coding> codes(String sheet) {
    return ((CodingSheet.Read.Whole) CodingSheet.read(sheet, ITEMS, BOOK)).codes();
  }

  private static List<CodingSheet.Mistake> mistakes(String sheet) {
    return ((CodingSheet.Read.Wrong) CodingSheet.read(sheet, ITEMS, BOOK)).mistakes();
  }

  private static Sample.Item item(int place, UUID comment) {
    return new Sample.Item(place, comment);
  }
}
