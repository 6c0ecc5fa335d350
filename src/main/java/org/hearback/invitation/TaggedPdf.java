package org.hearback.invitation;

import com.openhtmltopdf.util.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.logging.Level;

/**
 * Prints pages of HTML as one file, tagged for people who do not see it (PDF/UA), in the fonts of
 * the letters. It knows CSS 2.1 and a little more. Made once, safe for any thread; a page takes a
 * tenth of a second of one core.
 */
public final class TaggedPdf {
  private final Press press = new Press();

  /** The text as it can be printed: a dotted circle stands for what the fonts lack, as an emoji. */
  public String printable(String text) {
    return press.fonts().withCircles(text);
  }

  /**
   * The file.
   *
   * @param html well-formed, with a title and its language; all of it from {@link #printable}
   * @throws IllegalStateException if something of it cannot be printed
   */
  public byte[] of(String html) {
    var troubles = new ArrayList<Diagnostic>();
    var file = new ByteArrayOutputStream();
    try (var renderer = press.builder(html, false, troubles).buildPdfRenderer()) {
      renderer.layout();
      var document = renderer.createPDFKeepOpen();
      QuoteTags.finish(document, renderer.getDocument());
      document.save(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    troubles.stream()
        .filter(trouble -> trouble.getLevel().intValue() >= Level.WARNING.intValue())
        .findFirst()
        .ifPresent(trouble -> {
          throw new IllegalStateException("it came out wrong: " + trouble.getLogMessageId());
        });
    return file.toByteArray();
  }
}
