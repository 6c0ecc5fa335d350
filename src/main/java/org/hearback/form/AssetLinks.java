package org.hearback.form;

import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;

/**
 * Lets a template write {@code @{/assets/form.css}} and get the address with the hash. Every other
 * address stays as it is, with its parameters left to the template.
 */
public final class AssetLinks extends AbstractLinkBuilder {
  private final Assets assets;

  public AssetLinks(Assets assets) {
    this.assets = assets;
    // Before Thymeleaf's own, which takes what this one leaves.
    setOrder(0);
  }

  @Override
  @org.jspecify.annotations.Nullable
  public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
    return base.startsWith("/assets/") ? assets.address(base) : null;
  }
}
