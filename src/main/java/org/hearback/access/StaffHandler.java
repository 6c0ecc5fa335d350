package org.hearback.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/**
 * Lets a staff page's method take the {@link Staff} who asks, as {@link SessionHandler} found them.
 */
@Singleton
final class StaffHandler implements TypedRequestArgumentBinder<Staff> {

  @Override
  public BindingResult<Staff> bind(
      ArgumentConversionContext<Staff> context, HttpRequest<?> request) {
    var staff = request.getAttribute(SessionHandler.STAFF, Staff.class);
    return () -> staff;
  }

  @Override
  public Argument<Staff> argumentType() {
    return Argument.of(Staff.class);
  }
}
