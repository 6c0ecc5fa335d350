package org.hearback;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What is wrong with a file, as a validator sees it, and what it says. */
public final class Pdf {
  private Pdf() {}

  /** What people who do not see it would miss (PDF/UA). */
  public static List<String> faults(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (var foundry = Foundries.defaultInstance();
        var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
      var result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
          .map(it -> it.getRuleId().getClause() + " " + it.getMessage())
          .toList();
    }
  }

  /** A picture of the first page, where pictures are asked for. */
  public static void look(byte[] pdf, String name) throws Exception {
    if (Boolean.getBoolean("pictures")) {
      try (var file = Loader.loadPDF(pdf)) {
        var picture = new PDFRenderer(file).renderImageWithDPI(0, 80);
        ImageIO.write(picture, "png", Path.of("target/shots/" + name + "-pdf.png").toFile());
      }
    }
  }

  public static String text(byte[] pdf) throws Exception {
    try (var file = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(file).replaceAll("[\\s\u00a0]+", " ");
    }
  }
}
