package firstline.console.rest;

import firstline.console.screen.ClientAddress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.throttle.Throttle;
import firstline.persistence.words.Language;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Before anything is looked for: the caller's language, the caller's share of calls, and whether
 * the token that was shown is one. A bad token is counted against its address, so that tokens
 * cannot be guessed at leisure.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final String SHARE = "firstline.share";

  @Inject private HttpServletRequest servlet;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Throttle throttle;

  /** Calls a minute with one token or one officer's session. */
  @Inject
  @ConfigProperty(name = "firstline.api.calls-per-token", defaultValue = "1200")
  private int perToken;

  /** Calls a minute from one address without a token. */
  @Inject
  @ConfigProperty(name = "firstline.api.calls-per-address", defaultValue = "300")
  private int perAddress;

  private record Share(String name, int size, Throttle.Take take) {
    String policy() {
      return '"' + name + "\";q=" + size + ";w=" + WINDOW.toSeconds();
    }

    String state() {
      return '"' + name + "\";r=" + take.left() + ";t=" + take.seconds();
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var caller = Caller.of(request, desk);
    Accepted.language(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
        .ifPresent(language::choose);
    var share =
        caller.anonymous()
            ? share("address", "api address " + ClientAddress.of(servlet), perAddress)
            : share("token", "api " + caller.key(), perToken);
    request.setProperty(SHARE, share);
    if (!share.take().granted()) {
      throw new Refusal("throttled", share.take().seconds());
    }
    if (caller.badToken()) {
      throw new Refusal("token.invalid");
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SHARE) instanceof Share share) {
      response.getHeaders().putSingle("RateLimit-Policy", share.policy());
      response.getHeaders().putSingle("RateLimit", share.state());
    }
    response.getHeaders().putSingle("Vary", "Accept-Language, Authorization, Cookie");
  }

  private Share share(String name, String key, int size) {
    return new Share(name, size, throttle.take(key, size, WINDOW));
  }
}
