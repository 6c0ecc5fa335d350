package org.hearback.invitation;

import com.ibm.icu.text.Normalizer2;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of a letter, and whether they have what it says. Read once; immutable, safe for any
 * thread.
 */
final class LetterFonts {
  static final String LATIN = "Noto Sans";
  static final String ARABIC = "Noto Naskh Arabic";

  private static final char CIRCLE = '\u25cc';
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private final List<Face> faces =
      List.of(
          new Face(LATIN, NORMAL, read("NotoSans-Regular")),
          new Face(LATIN, BOLD, read("NotoSans-Bold")),
          new Face(ARABIC, NORMAL, read("NotoNaskhArabic-Regular")),
          new Face(ARABIC, BOLD, read("NotoNaskhArabic-Bold")));
  private final BitSet known = new BitSet();
  private final BidiReorderer shaper;

  private record Face(String family, int weight, byte[] file) {}

  LetterFonts(BidiReorderer shaper) {
    this.shaper = shaper;
    for (var family : List.of(LATIN, ARABIC)) {
      var inAll = new BitSet();
      inAll.set(0, Character.MIN_SUPPLEMENTARY_CODE_POINT);
      faces.stream()
          .filter(face -> face.family().equals(family))
          .forEach(face -> inAll.and(characters(face.file())));
      known.or(inAll);
    }
  }

  void giveTo(PdfRendererBuilder builder) {
    for (var face : faces) {
      builder.useFont(
          () -> new ByteArrayInputStream(face.file()),
          face.family(),
          face.weight(),
          FontStyle.NORMAL,
          true);
    }
  }

  /**
   * The text in the composed form that the fonts know.
   *
   * @throws LetterRefused if a character of it could not be printed
   */
  String printable(String text) {
    var composed = Normalizer2.getNFCInstance().normalize(text);
    shaper
        .shapeText(composed)
        .codePoints()
        .forEach(character -> {
          // Marks of direction and joining are not drawn: they have done their work by then.
          if (Character.getType(character) != Character.FORMAT && !known.get(character)) {
            throw new LetterRefused(
                String.format("the letter's fonts lack the character U+%04X", character));
          }
        });
    return composed;
  }

  /** The text in the composed form, with a dotted circle for what the fonts lack. */
  String withCircles(String text) {
    var printed = new StringBuilder();
    Normalizer2.getNFCInstance()
        .normalize(text)
        .codePoints()
        .forEach(character -> {
          boolean drawn = Character.getType(character) != Character.FORMAT;
          if (!drawn || known.get(character) || isShaped(character)) {
            printed.appendCodePoint(character);
          } else if (printed.isEmpty() || printed.charAt(printed.length() - 1) != CIRCLE) {
            printed.append(CIRCLE);
          }
        });
    return printed.toString();
  }

  private boolean isShaped(int character) {
    return shaper.shapeText(Character.toString(character)).codePoints().allMatch(known::get);
  }

  private static BitSet characters(byte[] file) {
    try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      var map = font.getUnicodeCmapLookup();
      var found = new BitSet();
      for (int at = ' '; at < Character.MIN_SUPPLEMENTARY_CODE_POINT; at++) {
        if (map.getGlyphId(at) != 0) {
          found.set(at);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String name) {
    var path = "/fonts/" + name + ".ttf";
    try (var in = LetterFonts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
