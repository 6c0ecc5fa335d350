package org.hearback.answer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * What {@code views/govuk} needs and Thymeleaf has not: attributes whose names only the page knows,
 * and lists of words with gaps in them. Safe for any thread.
 *
 * <ul>
 *   <li>{@code hb:attributes="${map}"} writes each entry as an attribute. As in GOV.UK Frontend, a
 *       value may be a map of {@code value} and {@code optional}: then null and false write none.
 *   <li>{@code hb:classes="${ {a, b} }"} adds to the class.
 *   <li>{@code hb:described-by="${ {a, b} }"} writes aria-describedby, or nothing.
 * </ul>
 */
final class ComponentDialect extends AbstractProcessorDialect {
  private static final String PREFIX = "hb";

  /** After th:each, th:if and th:with, whose variables are read here. */
  private static final int PRECEDENCE = 1_200;

  ComponentDialect() {
    super("Components", PREFIX, PRECEDENCE);
  }

  @Override
  public Set<IProcessor> getProcessors(String prefix) {
    return Set.of(
        new Attributes(prefix),
        new WordList(prefix, "classes", "class"),
        new WordList(prefix, "described-by", "aria-describedby"));
  }

  private static final class Attributes extends AbstractStandardExpressionAttributeTagProcessor {
    Attributes(String prefix) {
      super(TemplateMode.HTML, prefix, "attributes", PRECEDENCE, true);
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName name,
        String expression,
        @Nullable Object given,
        IElementTagStructureHandler handler) {
      if (given instanceof Map<?, ?> attributes) {
        attributes.forEach((key, value) -> write(String.valueOf(key), value, handler));
      }
    }

    private static void write(
        String name, @Nullable Object given, IElementTagStructureHandler handler) {
      var optional = given instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("optional"));
      var value = given instanceof Map<?, ?> map ? map.get("value") : given;
      if (optional && (value == null || Boolean.FALSE.equals(value))) {
        return;
      }
      var bare = value == null || (optional && Boolean.TRUE.equals(value));
      handler.setAttribute(name, bare ? "" : HtmlEscape.escapeHtml4Xml(value.toString()));
    }
  }

  /** Words between spaces. Null and empty ones are left out; lists in the list are opened. */
  private static final class WordList extends AbstractStandardExpressionAttributeTagProcessor {
    private final String attribute;

    WordList(String prefix, String name, String attribute) {
      super(TemplateMode.HTML, prefix, name, PRECEDENCE, true);
      this.attribute = attribute;
    }

    @Override
    protected void doProcess(
        ITemplateContext context,
        IProcessableElementTag tag,
        AttributeName name,
        String expression,
        @Nullable Object given,
        IElementTagStructureHandler handler) {
      var words = new LinkedHashSet<String>();
      add(words, tag.getAttributeValue(attribute));
      add(words, given);
      if (!words.isEmpty()) {
        handler.setAttribute(attribute, HtmlEscape.escapeHtml4Xml(String.join(" ", words)));
      }
    }

    private static void add(Set<String> words, @Nullable Object given) {
      if (given instanceof Collection<?> several) {
        several.forEach(one -> add(words, one));
      } else if (given != null && !given.toString().isBlank()) {
        words.add(given.toString().strip());
      }
    }
  }
}
