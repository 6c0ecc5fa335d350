package org.hearback.invitation;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.util.List;

/**
 * Fonts, shapes of letters and settings of everything that is printed: tagged for people who do not
 * see it (PDF/UA). Read once; safe for any thread.
 */
final class Press {
  static {
    // Its log would hold what does not fit; what went wrong is told by whoever prints.
    XRLog.setLoggingEnabled(false);
  }

  private final BidiReorderer shaper = new ArabicForms();
  private final LetterFonts fonts = new LetterFonts(shaper);

  LetterFonts fonts() {
    return fonts;
  }

  PdfRendererBuilder builder(String html, boolean rightToLeft, List<Diagnostic> troubles) {
    var builder = new PdfRendererBuilder();
    fonts.giveTo(builder);
    builder
        .usePdfUaAccessibility(true)
        .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
        .useUnicodeBidiReorderer(shaper)
        .defaultTextDirection(rightToLeft ? TextDirection.RTL : TextDirection.LTR)
        .withDiagnosticConsumer(troubles::add)
        .withProducer("Hearback")
        .withHtmlContent(html, "");
    return builder;
  }
}
