package org.hearback.answer;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.validation.SimpleDocumentValidator.SchemaReadException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker of the W3C, in this process: what it finds wrong with a document. */
final class HtmlChecker {
  private static final String HTML = "http://s.validator.nu/html5-rdfalite.rnc";

  private final SimpleDocumentValidator checker = new SimpleDocumentValidator(true, false, false);
  private final Collected collected = new Collected();

  HtmlChecker() {
    try {
      checker.setUpMainSchema(HTML, collected);
    } catch (SAXException | SchemaReadException e) {
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the checker does not start", e);
    }
  }

  /** Errors and warnings, each with its line. */
  List<String> faults(String html) {
    collected.faults.clear();
    try {
      checker.setUpValidatorAndParsers(collected, false, false);
      checker.checkHtmlInputSource(new InputSource(new StringReader(html)));
    } catch (IOException | SAXException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(collected.faults);
  }

  private static final class Collected implements ErrorHandler {
    final List<String> faults = new ArrayList<>();

    @Override
    public void warning(SAXParseException fault) {
      faults.add("warning: " + fault.getLineNumber() + ": " + fault.getMessage());
    }

    @Override
    public void error(SAXParseException fault) {
      faults.add(fault.getLineNumber() + ": " + fault.getMessage());
    }

    @Override
    public void fatalError(SAXParseException fault) {
      error(fault);
    }
  }
}
