package org.hearback.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Lets a method of the API take the {@link ApiCaller}, as {@link ApiKeyFilter} found it. */
@Singleton
final class ApiCallerHandler implements TypedRequestArgumentBinder<ApiCaller> {

  @Override
  public BindingResult<ApiCaller> bind(
      ArgumentConversionContext<ApiCaller> context, HttpRequest<?> request) {
    var caller = request.getAttribute(ApiKeyFilter.CALLER, ApiCaller.class);
    return () -> caller;
  }

  @Override
  public Argument<ApiCaller> argumentType() {
    return Argument.of(ApiCaller.class);
  }
}
