package org.hearback.invitation;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the structure must say of quotes that run from right to left on a page that does not: the
 * page holds their letters shaped and in the order in which they are drawn, so each says its words
 * once more, as they are read.
 */
final class QuoteTags {
  private QuoteTags() {}

  /**
   * Completes the structure.
   *
   * @throws IllegalStateException if page and file do not hold the same quotes in the same order
   */
  static void finish(PDDocument document, Document html) {
    var quotes = elements(html.getDocumentElement(), "blockquote");
    var tags = tags(document.getDocumentCatalog().getStructureTreeRoot(), "BlockQuote");
    same(quotes.size(), tags.size());
    for (int at = 0; at < quotes.size(); at++) {
      finish(tags(tags.get(at), "P"), elements(quotes.get(at), "p"));
    }
  }

  private static void finish(List<PDStructureElement> tags, List<Element> words) {
    same(words.size(), tags.size());
    for (int at = 0; at < words.size(); at++) {
      if (words.get(at).getAttribute("dir").equals("rtl")) {
        var direction = new PDLayoutAttributeObject();
        direction.setWritingMode(PDLayoutAttributeObject.WRITING_MODE_RLTB);
        tags.get(at).addAttribute(direction);
        tags.get(at).setActualText(words.get(at).getTextContent().strip());
      }
    }
  }

  private static void same(int blocks, int tags) {
    if (blocks != tags) {
      throw new IllegalStateException("the structure is not the template's");
    }
  }

  private static List<PDStructureElement> tags(PDStructureNode node, String type) {
    var found = new ArrayList<PDStructureElement>();
    for (var kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (type.equals(element.getStructureType())) {
          found.add(element);
        }
        found.addAll(tags(element, type));
      }
    }
    return found;
  }

  private static List<Element> elements(Node node, String name) {
    var found = new ArrayList<Element>();
    for (var kid = node.getFirstChild(); kid != null; kid = kid.getNextSibling()) {
      if (kid instanceof Element element) {
        if (element.getNodeName().equals(name)) {
          found.add(element);
        }
        found.addAll(elements(element, name));
      }
    }
    return found;
  }
}
