package org.hearback.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * HTML as a browser reads it, one line for each element and text. Two texts with the same lines
 * differ in white space between elements and in the order of attributes, and in nothing else:
 * classes keep their order, and a gap between words and an element among them is kept.
 */
final class HtmlTree {
  private final List<String> lines = new ArrayList<>();

  private HtmlTree() {}

  static List<String> lines(String html) {
    var tree = new HtmlTree();
    tree.children(Jsoup.parseBodyFragment(html).body(), "");
    return tree.lines;
  }

  private void children(Element parent, String indent) {
    for (var child : parent.childNodes()) {
      switch (child) {
        case TextNode text -> text(parent, text, indent);
        case Element element -> {
          lines.add(indent + "<" + element.normalName() + attributes(element) + ">");
          children(element, indent + "  ");
        }
        // A comment is no part of a page, but none of ours should have one.
        default -> lines.add(indent + child.nodeName());
      }
    }
  }

  private void text(Element parent, TextNode node, String indent) {
    var text = node.getWholeText();
    if (parent.normalName().equals("textarea")) {
      lines.add(indent + "\"" + text + "\"");
    } else if (!text.isBlank()) {
      var words = text.strip().replaceAll("\\s+", " ");
      boolean before = gap(text.charAt(0), node.previousSibling());
      boolean after = gap(text.charAt(text.length() - 1), node.nextSibling());
      lines.add(indent + "\"" + (before ? " " : "") + words + (after ? " " : "") + "\"");
    }
  }

  private static boolean gap(char edge, @Nullable Node neighbour) {
    return Character.isWhitespace(edge) && neighbour instanceof Element;
  }

  private static String attributes(Element element) {
    var sorted = new TreeMap<String, String>();
    for (var attribute : element.attributes()) {
      // To a browser, hidden="hidden" is hidden.
      var flag = Attribute.isBooleanAttribute(attribute.getKey());
      sorted.put(attribute.getKey(), flag ? "" : attribute.getValue());
    }
    if (sorted.containsKey("class")) {
      sorted.put("class", String.join(" ", element.classNames()));
    }
    var all = new StringBuilder();
    sorted.forEach(
        (name, value) -> all.append(" ").append(name).append("=\"").append(value).append("\""));
    return all.toString();
  }
}
