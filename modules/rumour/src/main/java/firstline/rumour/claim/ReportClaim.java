package firstline.rumour.claim;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;

/** Takes a claim from the public: no name, no contact, a receipt. */
@ApplicationScoped
public class ReportClaim {
  private static final int REPORTS = 10;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  /**
   * @param address network address, for the throttle only; it is not kept with the claim
   */
  public record Command(
      @NotBlank @Size(max = Claim.TEXT) String text,
      @NotNull @Size(max = Claim.SEEN) String seen,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull String address) {}

  @Inject private Claims claims;
  @Inject private Numbers numbers;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /** The receipt. */
  @Allows(right = Rights.EVERYONE)
  @Requirement({"R1.2", "R1.3"})
  public String report(@Valid Command command) {
    throttle.require("claim " + command.address(), REPORTS, WITHIN);
    var claim =
        Claim.reported(
            command.area(), numbers.next(), command.text(), command.seen(), clock.instant());
    claims.receive(claim);
    return claim.receipt();
  }
}
