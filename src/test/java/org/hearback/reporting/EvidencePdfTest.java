package org.hearback.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.hearback.Pdf;
import org.hearback.anonymity.Label;
import org.hearback.anonymity.RedactedText;
import org.hearback.journey.Audience;
import org.hearback.theme.Quote;
import org.junit.jupiter.api.Test;

/** Quotes that run from right to left, on paper, read back and read aloud. */
class EvidencePdfTest {
  private static final String ENGLISH = "She listened, and rang back.";
  private static final String ARABIC = "لم يسألني أحد عن رأيي، وانتظرنا 3 أشهر.";
  private static final String URDU = "ٹیم نے گھر پر چائے پی، ڈاکٹر اور پڑوسی ہمیں نہیں ملے۔";
  private static final String MIXED = "كتبت لهم على WhatsApp ثم انتظرت";
  private static final float MIDDLE = 297;

  private final EvidencePdf pdf = new EvidencePdf();

  @Test
  void quotes_from_right_to_left_stand_right_and_read_as_they_were_written() throws Exception {
    var file =
        sheet(
            List.of(
                said(ENGLISH, Quote.Kind.WORDS, "en"),
                said(ARABIC, Quote.Kind.WORDS, "ar"),
                said(URDU, Quote.Kind.WORDS, "ur"),
                said(MIXED, Quote.Kind.WORDS, "ar")));
    Pdf.look(file, "evidence-right-to-left");
    assertThat(Pdf.faults(file)).isEmpty();
    // Commas and full stops are drawn with the letters, and come back where a reader puts them.
    assertThat(Pdf.text(file))
        .contains("“" + ENGLISH + "”", "لم يسألني أحد عن رأيي", "ٹیم نے گھر پر چائے پی")
        .contains("ڈاکٹر اور پڑوسی ہمیں نہیں ملے")
        .doesNotContain("\u25cc");
    try (var document = Loader.loadPDF(file)) {
      assertThat(first(document, "ل").getX()).as("the first letter").isGreaterThan(MIDDLE);
      assertThat(first(document, "ٹ").getX()).isGreaterThan(MIDDLE);
      assertThat(first(document, "“").getX()).isLessThan(MIDDLE);
    }
  }

  @Test
  void each_says_its_words_its_language_and_its_direction_to_whoever_does_not_see_it()
      throws Exception {
    var file =
        sheet(
            List.of(
                said(ENGLISH, Quote.Kind.RENDERING, "ar"),
                said(ARABIC, Quote.Kind.WORDS, "ar"),
                said(URDU, Quote.Kind.PARAPHRASE, "ur")));
    try (var document = Loader.loadPDF(file)) {
      var quotes = new ArrayList<PDStructureElement>();
      collect(document.getDocumentCatalog().getStructureTreeRoot(), "BlockQuote", quotes);
      var words = quotes.stream().map(EvidencePdfTest::words).toList();
      assertThat(words)
          .extracting(PDStructureElement::getLanguage)
          .containsExactly("en", "ar", null);
      assertThat(words)
          .extracting(PDStructureElement::getActualText)
          .containsExactly(null, "”" + ARABIC + "“", "”" + URDU + "“");
      assertThat(words.get(1).getAttributes().toString()).contains("RlTb");
      assertThat(words.getFirst().getAttributes().toString()).doesNotContain("RlTb");
    }
  }

  private static PDStructureElement words(PDStructureElement quote) {
    var found = new ArrayList<PDStructureElement>();
    collect(quote, "P", found);
    return found.getFirst();
  }

  private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (type.equals(element.getStructureType())) {
          found.add(element);
        }
        collect(element, type, found);
      }
    }
  }

  /** Where a character stands first, as it is drawn. */
  private static TextPosition first(PDDocument document, String character) throws Exception {
    var found = new ArrayList<TextPosition>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition at) {
            if (java.text.Normalizer.normalize(at.getUnicode(), java.text.Normalizer.Form.NFKC)
                .startsWith(character)) {
              found.add(at);
            }
          }
        };
    reader.getText(document);
    return found.getFirst();
  }

  private static Map<String, Object> said(String words, Quote.Kind kind, String language) {
    var quote =
        new Quote(
            UUID.randomUUID(),
            UUID.randomUUID(),
            RedactedText.stored(words),
            kind,
            new Quote.Verdict.Checked("reader"),
            "analyst",
            new Label("fostering", Audience.PARENT, "", "M3", "2026-08", language));
    var said = new HashMap<String, Object>(QuotedWords.of(quote));
    said.put("who", "A parent, carer or one of the family");
    said.put("where", "");
    said.put("how", kind == Quote.Kind.WORDS ? "" : "translated");
    said.put("checked", "Sample reader");
    return said;
  }

  private byte[] sheet(List<Map<String, Object>> quotes) {
    var model = new HashMap<String, Object>();
    model.put("name", "Fostering");
    model.put("published", false);
    model.put("today", "6 February 2027");
    model.put("maker", "Sample analyst");
    model.put("reach", List.of());
    model.put("quotes", quotes);
    model.put("quotesMore", "");
    model.put("quotesOutside", "");
    model.put("hidden", List.of());
    return pdf.of(model);
  }
}
