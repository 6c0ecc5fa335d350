package org.hearback.form;

import io.micronaut.context.MessageSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;

/**
 * Gives the framework's template engine our words ({@code #{key}}) and the hashed addresses of our
 * assets.
 */
@Factory
final class FaceConfig {

  @Singleton
  MessageSource messages(Words words) {
    return new MessageSource() {
      @Override
      public Optional<String> getRawMessage(String code, MessageContext context) {
        if (!words.knows(code)) {
          return Optional.empty();
        }
        var args = new HashMap<String, Object>(context.getVariables());
        return Optional.of(words.text(context.getLocale().getLanguage(), code, args));
      }

      /** The sentence is whole already. */
      @Override
      public String interpolate(String sentence, MessageContext context) {
        return sentence;
      }
    };
  }

  @Singleton
  BeanCreatedEventListener<TemplateEngine> links(Assets assets) {
    return event -> {
      event.getBean().addLinkBuilder(new AssetLinks(assets));
      return event.getBean();
    };
  }
}
