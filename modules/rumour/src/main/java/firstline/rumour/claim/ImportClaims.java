package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.tabular.RejectedLine;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Files the claims of a table, each line by itself: a bad one stops no other. */
@ApplicationScoped
public class ImportClaims {
  /** Most lines of one table. */
  public static final int LINES = 100_000;

  /**
   * @param area where those belong that name none
   */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull @Size(max = LINES) List<ClaimLine> lines,
      @NotNull List<RejectedLine> rejected) {}

  /** How many were filed, and which lines were not. */
  public record Result(int filed, List<RejectedLine> rejected) {}

  @Inject private Claims claims;
  @Inject private ClaimAreas areas;
  @Inject private Numbers numbers;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R1.1", "R1.5", "R6.1"})
  public Result run(@Valid Command command) {
    var rejected = new ArrayList<>(command.rejected());
    var known = areas.inScope();
    var good = new ArrayList<ClaimLine>();
    for (var line : command.lines()) {
      var at = line.in(command.area());
      if (!known.contains(at.area())) {
        rejected.add(new RejectedLine(line.line(), "import.area", at.area()));
      } else {
        good.add(at);
      }
    }
    var officer = Actor.of(desk);
    var now = clock.instant();
    var filed = new ArrayList<Claim>();
    var given = numbers.next(Math.max(1, good.size()));
    for (var line : good) {
      try {
        filed.add(
            Claim.filed(
                line.area(),
                given.get(filed.size()),
                Claim.Channel.TABLE,
                line.text(),
                line.seen(),
                officer,
                now));
      } catch (Refusal refusal) {
        rejected.add(new RejectedLine(line.line(), refusal.code(), line.start()));
      }
    }
    claims.addAll(filed);
    rejected.sort(Comparator.comparingInt(RejectedLine::line));
    return new Result(filed.size(), rejected);
  }
}
