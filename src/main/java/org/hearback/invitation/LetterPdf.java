package org.hearback.invitation;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.util.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.hearback.form.Words;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes an invitation as a letter: one A4 page, tagged for people who do not see it (PDF/UA), with
 * the postal address in the envelope's window and neutral words, since somebody else may open it.
 * What cannot be printed whole is refused. Made once, safe for any thread; a letter takes a tenth
 * of a second of one core.
 */
public final class LetterPdf {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\s]*");
  private static final int LINES_MAX = 7;
  private static final int ROOMY_LINES = 5;
  private static final int PIXELS_A_MODULE = 12;
  private static final double MM_A_CHARACTER = 2.4;
  private static final double MM_A_POINT = 25.4 / 72;

  private final TemplateEngine engine = new TemplateEngine();
  private final Press press = new Press();
  private final LetterFonts fonts = press.fonts();
  private final Words words;
  private final MessageText links;
  private final Sender sender;

  /**
   * Who writes.
   *
   * @param council its name, as people say it
   * @param dutyPhone as it is read aloud
   * @param window the envelopes that the letters go into
   */
  public record Sender(String council, String dutyPhone, LetterWindow window) {}

  /**
   * One line of the address as the template sees it.
   *
   * @param direction {@code ltr} or {@code rtl}, by its first letter
   */
  public record Line(String text, String direction) {}

  public LetterPdf(Words words, MessageText links, Sender sender) {
    this.words = words;
    this.links = links;
    this.sender = sender;
    var files = new ClassLoaderTemplateResolver();
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(files);
  }

  /**
   * The letter as a file.
   *
   * @param address the lines of the postal address, name first
   * @param language of the words; one that there is not becomes English
   * @throws LetterRefused if a line is empty, the address does not fit the window, the whole does
   *     not fit the page, or the fonts lack a character
   */
  public byte[] make(List<String> address, String language, LinkToken token) {
    if (address.isEmpty() || address.size() > LINES_MAX) {
      throw new LetterRefused("an address has one to " + LINES_MAX + " lines");
    }
    var spoken = words.has(language) ? language : Words.SOURCE;
    var rightToLeft = words.direction(spoken).equals("rtl");
    var html =
        engine.process(
            "letter/letter.html",
            new Context(Locale.forLanguageTag(spoken), model(address, spoken, token)));
    var troubles = new ArrayList<Diagnostic>();
    try (var renderer = press.builder(html, rightToLeft, troubles).buildPdfRenderer()) {
      renderer.layout();
      checkWindow(renderer);
      var document = renderer.createPDFKeepOpen();
      checkTroubles(troubles);
      if (document.getNumberOfPages() != 1) {
        throw new LetterRefused("the letter does not fit one page");
      }
      LetterTags.finish(document, renderer.getDocument(), rightToLeft);
      var file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkWindow(PdfBoxRenderer renderer) {
    var box = renderer.getSharedContext().getBoxById("address");
    if (box.getHeight() / renderer.getDotsPerPoint() * MM_A_POINT > sender.window().getHeight()) {
      throw new LetterRefused("the address does not fit the envelope's window");
    }
  }

  private static void checkTroubles(List<Diagnostic> troubles) {
    for (var trouble : troubles) {
      if (trouble.getLevel().intValue() >= Level.WARNING.intValue()) {
        throw new LetterRefused("the letter came out wrong: " + trouble.getLogMessageId());
      }
    }
  }

  private Map<String, Object> model(List<String> address, String language, LinkToken token) {
    var link = links.link(token);
    var model = new HashMap<String, Object>();
    model.put("language", language);
    model.put("direction", words.direction(language));
    model.put("window", sender.window());
    model.put("address", address.stream().map(this::line).toList());
    model.put("full", lines(address) > ROOMY_LINES);
    model.put("council", fonts.printable(sender.council()));
    model.put("dutyPhone", fonts.printable(sender.dutyPhone()));
    model.put("link", link);
    model.put("page", links.codePage());
    model.put("code", typable(token));
    model.put("picture", picture(link));
    model.put("pictureSays", words.text(language, "letter.picture", Map.of("link", link)));
    model.put(
        "facts",
        List.of(
            say(language, "letter.minutes"),
            say(language, "letter.name"),
            say(language, "letter.optional")));
    model.put("heading", say(language, "letter.heading"));
    model.put("intro", say(language, "letter.intro"));
    model.put("how", say(language, "letter.how"));
    model.put("scan", say(language, "letter.scan"));
    model.put("open", say(language, "letter.open"));
    model.put("type", say(language, "letter.type"));
    model.put("forgiving", say(language, "letter.forgiving"));
    model.put("stopHeading", say(language, "letter.stop.heading"));
    model.put("stop", say(language, "letter.stop"));
    model.put("helpHeading", say(language, "letter.help.heading"));
    model.put("danger", say(language, "letter.help.danger"));
    model.put("duty", say(language, "letter.help.duty"));
    return model;
  }

  private String say(String language, String key) {
    return fonts.printable(words.text(language, key, Map.of("council", sender.council())));
  }

  /** As many as they will probably take; it decides on the space between them alone. */
  private long lines(List<String> address) {
    double wide = sender.window().getWidth() / MM_A_CHARACTER;
    return address.size() + address.stream().filter(line -> line.length() > wide).count();
  }

  private Line line(String typed) {
    var text = fonts.printable(typed.strip());
    if (UNSEEN.matcher(text).matches()) {
      throw new LetterRefused("a line of the address is empty");
    }
    return new Line(text, Bidi.getBaseDirection(text) == Bidi.RTL ? "rtl" : "ltr");
  }

  /** In four groups of four, as it is read aloud; {@link LinkToken#read} takes it as it stands. */
  static String typable(LinkToken token) {
    return String.join("  ", token.secret().split("(?<=\\G.{4})")).replace(' ', '\u00a0');
  }

  private static String picture(String link) {
    var png = QrCode.of(link).png(PIXELS_A_MODULE);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
