package org.hearback.form;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The drawings beside questions and answers: {@code forms/pictures/<key of the words>.svg}. A
 * drawing is a slot: where there is no file, nothing is shown. Safe for any thread.
 *
 * <p>A drawing stands in the page itself, so it may hold shapes and nothing that runs, loads or
 * styles: what else is in a file is refused when it is first looked for. It is decoration beside
 * words, hidden from who cannot see it.
 */
@Singleton
public final class Pictures {
  /** A few hundred bytes each; a page has up to forty. */
  static final int BYTES_MAX = 1_200;

  private static final Set<String> SHAPES =
      Set.of("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns",
          "viewBox",
          "width",
          "height",
          "aria-hidden",
          "focusable",
          "class",
          "fill",
          "stroke",
          "stroke-width",
          "stroke-linecap",
          "stroke-linejoin",
          "transform",
          "opacity",
          "d",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "points");

  private final Map<String, Optional<String>> byKey = new ConcurrentHashMap<>();

  Pictures() {}

  /** The drawing of a sentence, as markup to put into a page; empty where there is none. */
  public Optional<String> of(String wordsKey) {
    return byKey.computeIfAbsent(
        wordsKey,
        key -> Resources.find("forms/pictures/" + key + ".svg").map(bytes -> checked(key, bytes)));
  }

  static String checked(String key, byte[] svg) {
    if (svg.length > BYTES_MAX) {
      throw new IllegalStateException(
          "the drawing %s has %d bytes, more than %d".formatted(key, svg.length, BYTES_MAX));
    }
    var root = root(key, svg);
    check(key, root);
    if (!root.getTagName().equals("svg")
        || !root.getAttribute("aria-hidden").equals("true")
        || !root.getAttribute("focusable").equals("false")) {
      throw new IllegalStateException(
          "the drawing %s is no svg with aria-hidden=true and focusable=false".formatted(key));
    }
    return new String(svg, java.nio.charset.StandardCharsets.UTF_8).strip();
  }

  private static Element root(String key, byte[] svg) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("the drawing " + key + " is not XML", e);
    }
  }

  private static void check(String key, Element element) {
    if (!SHAPES.contains(element.getTagName())) {
      throw new IllegalStateException(
          "the drawing %s holds <%s>".formatted(key, element.getTagName()));
    }
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      if (!ATTRIBUTES.contains(attributes.item(i).getNodeName())) {
        throw new IllegalStateException(
            "the drawing %s holds the attribute %s"
                .formatted(key, attributes.item(i).getNodeName()));
      }
    }
    var children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        check(key, child);
      } else if (!children.item(i).getTextContent().isBlank()) {
        throw new IllegalStateException("the drawing " + key + " holds text");
      }
    }
  }
}
