package firstline.console.rest;

import firstline.console.screen.Incidents;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.words.Language;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * In front of the interface for programs: what the pages' filters or the server itself answer with
 * an error page becomes a problem document too.
 */
public class ApiFront extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Language language;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new InProblems(request, response));
  }

  private final class InProblems extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    InProblems(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }

    @Override
    public void sendError(int status) throws IOException {
      Accepted.language(request.getHeader("Accept-Language")).ifPresent(language::choose);
      var problem = problem(status);
      resetBuffer();
      setStatus(problem.status());
      setContentType(Problem.TYPE);
      var body = problem.toJson().toString().getBytes(StandardCharsets.UTF_8);
      setContentLength(body.length);
      getOutputStream().write(body);
    }

    private Problem problem(int status) {
      if (request.getAttribute(Incidents.ID) instanceof String incident) {
        return Problems.incident(incident, language.tag());
      }
      return switch (status) {
        case SC_UNAUTHORIZED -> Problems.refused(new Refusal("sign-in.required"), language.tag());
        // The only thing that the filters before the interface forbid: see FrontFilter.
        case SC_FORBIDDEN -> Problems.refused(new Refusal("origin.foreign"), language.tag());
        default -> Problems.http(status, language.tag());
      };
    }
  }
}
