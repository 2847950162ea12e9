package firstline.console.rest;

import firstline.persistence.indicator.Indicators;
import firstline.persistence.refusal.Invalid;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures that the modules counted. */
@Path("/indicators")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorResource {
  private static final int DAYS = 14;

  @Inject private Indicators indicators;
  @Inject private Clock clock;

  @GET
  @Operation(
      summary =
          "Every figure by day since a date (YYYY-MM-DD, two weeks ago if absent), summed over the"
              + " caller's own area and all below it")
  public List<Indicators.Series> since(@QueryParam("since") @DefaultValue("") String since) {
    return indicators.since(day(since));
  }

  private LocalDate day(String text) {
    if (text.isEmpty()) {
      return LocalDate.now(clock).minusDays(DAYS);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Invalid(List.of(new Invalid.Violation("since", "Date", Map.of())));
    }
  }
}
