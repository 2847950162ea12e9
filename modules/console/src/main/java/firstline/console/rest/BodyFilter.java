package firstline.console.rest;

import firstline.persistence.api.LargeBody;
import firstline.persistence.refusal.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Around every body that comes in: at most 1 MB, or more where the resource declares a large body;
 * a body that cannot be read is the caller's mistake and no incident.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.ENTITY_CODER)
public class BodyFilter implements ContainerRequestFilter, ReaderInterceptor {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var limit = limit(resource);
    var declared = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (declared != null && declared.length() < 19 && Long.parseLong(declared) > limit) {
      throw new Refusal("payload.too-large", limit >> 20);
    }
    if (request.hasEntity()) {
      request.setEntityStream(Body.limited(request.getEntityStream(), limit));
    }
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    try {
      var value = context.proceed();
      if (value == null) {
        throw new Refusal("body.empty");
      }
      return value;
    } catch (ProcessingException | JsonException | JsonbException e) {
      var refusal = ProblemStatus.refusal(e);
      throw refusal == null ? new Refusal("body.malformed") : refusal;
    }
  }

  static long limit(ResourceInfo resource) {
    var method = resource.getResourceMethod();
    return method == null ? Body.ORDINARY : limit(method);
  }

  static long limit(Method method) {
    var large = method.getAnnotation(LargeBody.class);
    return large == null ? Body.ORDINARY : (long) large.megabytes() << 20;
  }
}
