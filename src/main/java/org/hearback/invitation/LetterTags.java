package org.hearback.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a letter's structure must say beyond what the renderer writes. In a right-to-left letter the
 * page holds shaped letters in the order in which they are drawn; each block therefore says its
 * words once more, as they are read.
 */
final class LetterTags {
  private static final Set<String> BLOCKS = Set.of("h1", "h2", "p", "li");
  private static final Set<String> TAGS = Set.of("H1", "H2", "P", "LBody");

  private LetterTags() {}

  /**
   * Completes the structure.
   *
   * @throws LetterRefused if page and template do not hold the same blocks in the same order
   */
  static void finish(PDDocument document, Document html, boolean rightToLeft) {
    var root = document.getDocumentCatalog().getStructureTreeRoot();
    var tags = new ArrayList<PDStructureElement>();
    collect(root, tags);
    var blocks = new ArrayList<Element>();
    collect(html.getDocumentElement(), blocks);
    if (!names(blocks).equals(tags.stream().map(LetterTags::name).toList())) {
      throw new LetterRefused(
          "the letter's structure is not its template's: "
              + tags.stream().map(LetterTags::name).toList()
              + names(blocks));
    }
    if (rightToLeft) {
      var direction = new PDLayoutAttributeObject();
      direction.setWritingMode(PDLayoutAttributeObject.WRITING_MODE_RLTB);
      top(root).addAttribute(direction);
      var preferences = preferences(document);
      preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
      for (int at = 0; at < tags.size(); at++) {
        tags.get(at).setActualText(blocks.get(at).getTextContent().strip());
      }
    }
  }

  private static PDViewerPreferences preferences(PDDocument document) {
    var catalog = document.getDocumentCatalog();
    var dictionary = catalog.getCOSObject().getCOSDictionary(COSName.VIEWER_PREFERENCES);
    return new PDViewerPreferences(dictionary);
  }

  private static PDStructureElement top(PDStructureNode root) {
    return root.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<Element> blocks) {
    return blocks.stream().map(Element::getNodeName).toList();
  }

  private static String name(PDStructureElement tag) {
    var type = tag.getStructureType();
    return type.equals("LBody") ? "li" : type.toLowerCase(java.util.Locale.ROOT);
  }

  private static void collect(PDStructureNode node, List<PDStructureElement> found) {
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (TAGS.contains(element.getStructureType())) {
          found.add(element);
        }
        collect(element, found);
      }
    }
  }

  private static void collect(Node node, List<Element> found) {
    for (var kid = node.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
      if (kid instanceof Element element) {
        if (BLOCKS.contains(element.getNodeName())) {
          found.add(element);
        }
        collect(element, found);
      }
    }
  }
}
