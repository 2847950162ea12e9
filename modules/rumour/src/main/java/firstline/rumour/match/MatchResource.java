package firstline.rumour.match;

import firstline.persistence.api.KeyOptional;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** "Is it true?" for programs: public, limited in rate like every call. */
@Path("/rumours/match")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MatchResource {
  private static final int MOST = 20;

  /** What was heard, and how many answers are wanted, 5 if nothing is said, at most 20. */
  public record Question(@Nullable String text, @Nullable Integer limit) {}

  /** A published rebuttal near the text; {@code because} names the pieces that both share. */
  public record Match(
      String number,
      String title,
      String verdict,
      double score,
      String url,
      List<String> because) {}

  /** How sure the answer is, and the rebuttals behind it. */
  public record Answer(String tier, List<Match> matches) {}

  @Inject private Matching matching;

  @POST
  @KeyOptional
  @Operation(summary = "Published rebuttals near a text, with a tier: ANSWERED, POSSIBLE or NONE")
  public Answer match(Question question) {
    var text = Objects.requireNonNullElse(question.text(), "");
    var limit = Objects.requireNonNullElse(question.limit(), 5);
    var answer = matching.match(text, Math.max(1, Math.min(MOST, limit)));
    var site = Settings.current().url();
    return new Answer(
        answer.tier().name(),
        answer.matches().stream()
            .map(
                match ->
                    new Match(
                        match.number(),
                        match.title(),
                        match.verdict(),
                        match.score(),
                        site.resolve("/rumours/" + match.number()).toString(),
                        match.shared()))
            .toList());
  }
}
