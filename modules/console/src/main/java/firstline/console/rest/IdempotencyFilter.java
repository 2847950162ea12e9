package firstline.console.rest;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.digest.Sha256;
import firstline.persistence.idempotency.Answer;
import firstline.persistence.idempotency.Answers;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Around every post of a signed-in caller (draft-ietf-httpapi-idempotency-key-header): the first
 * request with a key does the work, and its answer is kept before it is sent; every repetition gets
 * that answer. An incident and a throttled call leave no answer behind, since nothing was done.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
  static final String KEY = "Idempotency-Key";
  private static final String CLAIM = "firstline.claim";

  @Context private ResourceInfo resource;
  @Inject private Desk desk;
  @Inject private Answers answers;

  /**
   * A key that this request claimed, and from the response on what will be sent beside the body.
   */
  private record Claim(UUID officer, String key, int status, String location) {}

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    // A look through another's eyes must leave nothing under that officer's name.
    var officer = desk.signedIn().filter(seated -> seated.lookedAtBy() == null);
    if (!request.getMethod().equals("POST") || officer.isEmpty()) {
      return;
    }
    var key = request.getHeaderString(KEY);
    if (key == null) {
      var method = resource.getResourceMethod();
      if (Caller.of(request, desk).token()
          && (method == null || !method.isAnnotationPresent(KeyOptional.class))) {
        throw new Refusal("idempotency.missing");
      }
      return;
    }
    if (!key.matches("[\\x21-\\x7e]{1,200}")) {
      throw new Refusal("idempotency.key");
    }
    claim(request, officer.get(), key);
  }

  private void claim(ContainerRequestContext request, OfficerOnDuty officer, String key)
      throws IOException {
    var hash = hash(request);
    Optional<Answer> earlier = answers.claim(officer.id(), key, hash);
    if (earlier.isPresent()) {
      request.abortWith(replayed(earlier.get()));
    } else {
      request.setProperty(CLAIM, new Claim(officer.id(), key, 0, ""));
    }
  }

  private byte[] hash(ContainerRequestContext request) throws IOException {
    var digest = Sha256.begun();
    var address = request.getUriInfo().getRequestUri();
    var head =
        address.getRawPath()
            + '\n'
            + Objects.requireNonNullElse(address.getRawQuery(), "")
            + '\n'
            + Objects.requireNonNullElse(request.getMediaType(), "")
            + '\n';
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    if (request.hasEntity()) {
      request.setEntityStream(
          Body.spooled(request.getEntityStream(), BodyFilter.limit(resource), digest));
    }
    return digest.digest();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(CLAIM) instanceof Claim claim)) {
      return;
    }
    var status = response.getStatus();
    if (status >= 500 || status == 429) {
      request.removeProperty(CLAIM);
      answers.release(claim.officer(), claim.key());
      return;
    }
    var location = Objects.requireNonNullElse(response.getHeaderString(HttpHeaders.LOCATION), "");
    var known = new Claim(claim.officer(), claim.key(), status, location);
    request.setProperty(CLAIM, known);
    if (!response.hasEntity()) {
      keep(known, "", new byte[0]);
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(CLAIM) instanceof Claim claim)) {
      context.proceed();
      return;
    }
    var wire = context.getOutputStream();
    var bytes = new ByteArrayOutputStream();
    context.setOutputStream(bytes);
    context.proceed();
    // Kept before it is sent: whoever has the answer in hand gets the same one again.
    keep(claim, String.valueOf(context.getMediaType()), bytes.toByteArray());
    bytes.writeTo(wire);
    context.setOutputStream(wire);
  }

  private void keep(Claim claim, String type, byte[] body) {
    answers.keep(
        claim.officer(), claim.key(), new Answer(claim.status(), type, claim.location(), body));
  }

  private static Response replayed(Answer answer) {
    var response = Response.status(answer.status()).header("Idempotent-Replayed", "true");
    if (!answer.location().isEmpty()) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    if (answer.body().length > 0) {
      response.entity(answer.body()).type(answer.contentType());
    }
    return response.build();
  }
}
