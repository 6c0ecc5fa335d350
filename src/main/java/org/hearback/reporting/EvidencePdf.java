package org.hearback.reporting;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearback.invitation.TaggedPdf;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The evidence sheet as a file that is tagged for people who do not see it. For any thread. */
@Singleton
final class EvidencePdf {
  private final TemplateEngine engine = new TemplateEngine();
  private final TaggedPdf pdf = new TaggedPdf();

  EvidencePdf() {
    var files = new ClassLoaderTemplateResolver();
    files.setTemplateMode(TemplateMode.HTML);
    files.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(files);
  }

  byte[] of(Map<String, Object> sheet) {
    var printed = new HashMap<String, Object>();
    sheet.forEach((key, value) -> printed.put(key, printable(value)));
    return pdf.of(engine.process("sheet/evidence.html", new Context(Locale.UK, printed)));
  }

  private Object printable(Object value) {
    return switch (value) {
      case String text -> pdf.printable(text);
      case List<?> list -> list.stream().map(this::printable).toList();
      case Map<?, ?> map -> {
        var printed = new HashMap<String, Object>();
        map.forEach((key, it) -> printed.put(String.valueOf(key), printable(it)));
        yield printed;
      }
      default -> value;
    };
  }
}
