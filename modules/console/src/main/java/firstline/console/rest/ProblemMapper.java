package firstline.console.rest;

import firstline.console.screen.Incidents;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The one error path of the interface: a refusal tells its code, a word of HTTP its status, and
 * everything else an incident id and nothing more.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Inject private Language language;
  @Inject private Incidents incidents;

  @Override
  public Response toResponse(Throwable thrown) {
    var refusal = ProblemStatus.refusal(thrown);
    if (refusal != null) {
      var response = document(Problems.refused(refusal, language.tag()));
      if (response.getStatus() == 401) {
        var error = refusal.code().equals("token.invalid") ? ", error=\"invalid_token\"" : "";
        response
            .getHeaders()
            .putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"firstline\"" + error);
      } else if (response.getStatus() == 429) {
        response
            .getHeaders()
            .putSingle(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.arguments().get(0)));
      }
      return response;
    }
    if (thrown.getCause() instanceof NoContentException) {
      return document(Problems.refused(new Refusal("body.empty"), language.tag()));
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return of(web.getResponse());
    }
    return document(Problems.incident(incidents.note(thrown), language.tag()));
  }

  private Response of(Response response) {
    var status = response.getStatus();
    if (status < 400) {
      return response;
    }
    var answer = document(Problems.http(status, language.tag()));
    var allowed = response.getHeaderString(HttpHeaders.ALLOW);
    if (allowed != null) {
      answer.getHeaders().putSingle(HttpHeaders.ALLOW, allowed);
    }
    return answer;
  }

  private static Response document(Problem problem) {
    return Response.status(problem.status())
        .type(MediaType.valueOf(Problem.TYPE))
        .entity(problem.toJson().toString())
        .build();
  }
}
