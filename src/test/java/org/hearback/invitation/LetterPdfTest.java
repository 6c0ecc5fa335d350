package org.hearback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.hearback.Pdf;
import org.hearback.form.FormFixtures;
import org.hearback.form.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The letter as its readers get it: printed, read aloud, read by a camera, typed from. */
class LetterPdfTest {
  private static final List<String> ADDRESS =
      List.of("Sample Person", "12 Sample Street", "Sampleton", "Sampleshire", "ZZ9 9ZZ");
  private static final LinkToken TOKEN = new LinkToken("k7m2q9xd4t8w3hn5");
  private static final String LINK = "https://views.example.gov.uk/k7m2q9xd4t8w3hn5";
  private static final Words WORDS = FormFixtures.words();
  private static final LetterPdf LETTERS = letters("Sample Council", LetterWindow.NOTIFY);
  private static final double MM = 72 / 25.4;

  private static LetterPdf letters(String council, LetterWindow window) {
    return new LetterPdf(
        WORDS,
        new MessageText(URI.create("https://views.example.gov.uk/")),
        new LetterPdf.Sender(council, "01632 960 100", window));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void it_is_one_page_that_a_validator_finds_accessible(String language) throws Exception {
    var pdf = LETTERS.make(ADDRESS, language, TOKEN);
    assertThat(pdf.length).isLessThan(80_000);
    try (var letter = Loader.loadPDF(pdf)) {
      shot(letter, "letter-" + language);
      assertThat(letter.getNumberOfPages()).isOne();
      var page = letter.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1));
      assertThat(page.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1));
      var catalog = letter.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo(language);
      assertThat(letter.getDocumentInformation().getTitle())
          .isEqualTo(WORDS.text(language, "letter.heading"));
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
    }
    assertThat(Pdf.faults(pdf)).isEmpty();
  }

  @Test
  void the_validator_sees_what_is_not_accessible() throws Exception {
    try (var letter = Loader.loadPDF(LETTERS.make(ADDRESS, "en", TOKEN))) {
      figure(letter).setAlternateDescription(null);
      letter.getDocumentCatalog().setLanguage(null);
      var out = new java.io.ByteArrayOutputStream();
      letter.save(out);
      assertThat(Pdf.faults(out.toByteArray())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void its_tags_are_in_the_order_in_which_it_is_read(String language) throws Exception {
    try (var letter = Loader.loadPDF(LETTERS.make(ADDRESS, language, TOKEN))) {
      var tags = new ArrayList<PDStructureElement>();
      collect(letter.getDocumentCatalog().getStructureTreeRoot(), tags);
      assertThat(tags.stream().map(PDStructureElement::getStructureType))
          .filteredOn(type -> type.matches("H[1-6]|P|Figure|L|LI"))
          .containsExactly(
              "P", "P", "P", "P", "P", "P", "H1", "P", "L", "LI", "LI", "LI", "H2", "P", "P", "P",
              "P", "Figure", "P", "P", "P", "H2", "P", "H2", "P", "P");
      assertThat(figure(letter).getAlternateDescription()).isNotBlank().contains(LINK);
    }
  }

  @Test
  void the_words_come_out_in_their_order() throws Exception {
    assertThat(Pdf.text(LETTERS.make(ADDRESS, "en", TOKEN)))
        .containsSubsequence(
            "Sample Council",
            "Sample Person 12 Sample Street Sampleton Sampleshire ZZ9 9ZZ",
            "Tell us how it went",
            "3 minutes",
            "do not ask your name",
            "It is up to you",
            "How to answer",
            "camera",
            "views.example.gov.uk/code k7m2 q9xd 4t8w 3hn5",
            LINK,
            "To stop these letters",
            "999",
            "Sample Council that someone is not safe: 01632 960 100");
  }

  @Test
  void an_arabic_letter_runs_from_right_to_left_and_reads_as_it_was_written() throws Exception {
    var pdf = LETTERS.make(ADDRESS, "ar", TOKEN);
    assertThat(Pdf.text(pdf)).contains("أخبرونا كيف سارت الأمور", "لا نسأل عن اسمكم.", LINK);
    try (var letter = Loader.loadPDF(pdf)) {
      var catalog = letter.getDocumentCatalog();
      assertThat(catalog.getViewerPreferences().getReadingDirection()).isEqualTo("R2L");
      var tags = new ArrayList<PDStructureElement>();
      collect(catalog.getStructureTreeRoot(), tags);
      assertThat(tags.getFirst().getAttributes().getObject(0).toString()).contains("RlTb");
      var said = tags.stream().map(PDStructureElement::getActualText).toList();
      for (var key :
          List.of(
              "heading",
              "intro",
              "minutes",
              "name",
              "optional",
              "how",
              "scan",
              "type",
              "forgiving",
              "open",
              "stop.heading",
              "stop",
              "help.heading")) {
        assertThat(said).as(key).contains(WORDS.text("ar", "letter." + key));
      }
      var duty = WORDS.text("ar", "letter.help.duty", Map.of("council", "Sample Council"));
      assertThat(said).contains(duty + " 01632 960 100", LetterPdf.typable(TOKEN), LINK);
      var heading = places(letter, "أخبرونا كيف سارت الأمور".substring(0, 5));
      assertThat(heading.getFirst().getX()).isGreaterThan(300);
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 100", "en, 200", "ar, 150"})
  void a_camera_reads_exactly_the_link(String language, int dpi) throws Exception {
    try (var letter = Loader.loadPDF(LETTERS.make(ADDRESS, language, TOKEN))) {
      assertThat(QrCodeTest.read(new PDFRenderer(letter).renderImageWithDPI(0, dpi)))
          .isEqualTo(LINK);
    }
  }

  @Test
  void the_code_typed_as_it_is_printed_is_the_link() throws Exception {
    var random = new java.security.SecureRandom();
    for (int i = 0; i < 200; i++) {
      var token = LinkToken.fresh(random);
      var printed = LetterPdf.typable(token);
      assertThat(printed).matches("(\\w{4}\\s*){4}".replace("\\s", "\u00a0"));
      assertThat(LinkToken.read(printed)).contains(token);
    }
    var printed = Pdf.text(LETTERS.make(ADDRESS, "en", TOKEN)).replaceFirst(".*/code ", "");
    assertThat(LinkToken.read(printed.substring(0, 19))).contains(TOKEN);
  }

  @ParameterizedTest
  @EnumSource(LetterWindow.class)
  void the_address_alone_stands_in_the_window(LetterWindow window) throws Exception {
    var lines = new ArrayList<>(ADDRESS);
    lines.set(1, "Flat 2, The Old Sample House With A Long Name, Sample Hill");
    for (var language : List.of("en", "ar")) {
      try (var letter =
          Loader.loadPDF(letters("Sample Council", window).make(lines, language, TOKEN))) {
        var inside = new ArrayList<String>();
        for (var at : places(letter, "")) {
          double y = at.getY() / MM;
          if (y > window.getTop() - 5 && y < 94) {
            assertThat(y).isBetween(window.getTop(), window.getTop() + window.getHeight());
            assertThat(at.getX() / MM).isBetween(24.5, 24.6 + window.getWidth());
            assertThat(at.getFontSizeInPt()).isGreaterThanOrEqualTo(11.99f);
            inside.add(at.getUnicode());
          }
        }
        assertThat(String.join("", inside).replace(" ", ""))
            .isEqualTo(String.join("", lines).replace(" ", ""));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void nothing_is_smaller_than_twelve_points_or_outside_what_a_printer_prints(String language)
      throws Exception {
    try (var letter = Loader.loadPDF(LETTERS.make(ADDRESS, language, TOKEN))) {
      for (var at : places(letter, "")) {
        assertThat(at.getFontSizeInPt()).isGreaterThanOrEqualTo(11.99f);
        assertThat(at.getX() / MM).isBetween(15.0, 195.0);
        assertThat(at.getY() / MM).isBetween(5.0, 290.0);
        assertThat(at.getFont().isEmbedded()).isTrue();
      }
    }
  }

  /** Plainly invented names in the scripts and spellings of the languages to come. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tŷ Sampl, Lôn Ŵyn Ŷd", "Żółć Gęślą Jaźń", "Ștefan Țară Ăâî", "Maxamed Cabdi Xasan",
        "Зразок Їжак Ґава Є’", "شارع النموذج الأول", "نمونہ گلی پاکستان", "Sample-Ñame O’Example"
      })
  void no_script_loses_a_letter(String line) throws Exception {
    var pdf = LETTERS.make(List.of("Sample Person", line), "en", TOKEN);
    assertThat(Pdf.text(pdf)).contains(line);
    assertThat(Pdf.faults(pdf)).isEmpty();
    try (var letter = Loader.loadPDF(pdf)) {
      shot(letter, "letter-name-" + line.codePointAt(0));
    }
  }

  @Test
  void a_letter_typed_in_two_parts_is_one() throws Exception {
    assertThat(Pdf.text(LETTERS.make(List.of("Zoe\u0308 Sample"), "en", TOKEN)))
        .contains("Zoë Sample");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "示例",
        "नमूना",
        "Sample 😀",
        "a\tb",
        "a\nb",
        "",
        "  ",
        "\u0000",
        "\u00a0",
        "\u200b\u2068"
      })
  void a_line_that_cannot_be_printed_whole_is_refused(String line) {
    assertThatThrownBy(() -> LETTERS.make(List.of("Sample", line), "en", TOKEN))
        .isInstanceOf(LetterRefused.class)
        .message()
        .doesNotContain("Sample");
  }

  @Test
  void an_address_that_does_not_fit_the_window_is_refused() {
    var six = List.of("A. Sample", "B", "C", "D", "E", "ZZ9 9ZZ");
    assertThat(LETTERS.make(six, "en", TOKEN)).isNotEmpty();
    for (var tooMuch :
        List.of(
            List.<String>of(),
            List.of("A", "B", "C", "D", "E", "F", "G"),
            List.of("A", "B", "C", "D", "E", "F", "G", "H"),
            List.of("x".repeat(400)),
            List.of("Sample ".repeat(80)))) {
      assertThatThrownBy(() -> LETTERS.make(tooMuch, "en", TOKEN))
          .isInstanceOf(LetterRefused.class);
    }
  }

  @Test
  void a_sender_that_does_not_fit_the_page_is_refused() {
    var endless = letters("Sample ".repeat(90), LetterWindow.NOTIFY);
    assertThatThrownBy(() -> endless.make(ADDRESS, "en", TOKEN)).isInstanceOf(LetterRefused.class);
  }

  @Test
  void what_is_typed_stays_text() throws Exception {
    var typed = "<b>&amp;</b> ${7*7} [[${link}]]";
    assertThat(Pdf.text(LETTERS.make(List.of(typed), "en", TOKEN))).contains(typed);
  }

  @Test
  void the_words_name_no_service_child_worker_or_hurry() throws Exception {
    assertThat(Pdf.text(LETTERS.make(ADDRESS, "en", TOKEN)).toLowerCase(java.util.Locale.ROOT))
        .doesNotContainPattern(
            "\\b(child|children|social|worker|team|care|safeguarding|assessment|conference"
                + "|urgent|important|immediately|deadline|must)\\b");
  }

  @Test
  void several_threads_may_make_letters() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<String>>();
      for (int i = 0; i < 12; i++) {
        calls.add(() -> Pdf.text(LETTERS.make(ADDRESS, "ar", TOKEN)));
      }
      var texts = new ArrayList<String>();
      for (var made : threads.invokeAll(calls)) {
        texts.add(made.get());
      }
      assertThat(texts).containsOnly(texts.getFirst());
    }
  }

  private static org.assertj.core.data.Offset<Float> within(float points) {
    return org.assertj.core.data.Offset.offset(points);
  }

  /** Where the text's characters stand; every character of the page for an empty text. */
  private static List<TextPosition> places(PDDocument letter, String start) throws Exception {
    var found = new ArrayList<TextPosition>();
    new PDFTextStripper() {
      @Override
      protected void writeString(String text, List<TextPosition> positions) {
        if (text.startsWith(start)) {
          positions.stream().filter(at -> !at.getUnicode().isBlank()).forEach(found::add);
        }
      }
    }.getText(letter);
    return found;
  }

  private static PDStructureElement figure(PDDocument letter) {
    var tags = new ArrayList<PDStructureElement>();
    collect(letter.getDocumentCatalog().getStructureTreeRoot(), tags);
    return tags.stream()
        .filter(tag -> tag.getStructureType().equals("Figure"))
        .findFirst()
        .orElseThrow();
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> found) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element);
        collect(element, found);
      }
    }
  }

  private static void shot(PDDocument letter, String name) throws Exception {
    Files.createDirectories(Path.of("target/shots"));
    ImageIO.write(
        new PDFRenderer(letter).renderImageWithDPI(0, 110),
        "png",
        Path.of("target/shots/" + name + ".png").toFile());
  }
}
