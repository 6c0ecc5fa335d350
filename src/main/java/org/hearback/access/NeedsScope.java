package org.hearback.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which scope a key must have for a method of the API. {@link ApiKeyFilter} refuses a method
 * under {@code /api/v1} that does not say.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {
  ApiScope value();
}
