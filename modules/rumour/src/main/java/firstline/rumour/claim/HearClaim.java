package firstline.rumour.claim;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;

/** Takes a claim that another department has noticed. */
@ApplicationScoped
public class HearClaim {
  /**
   * @param seen where it was noticed
   */
  public record Command(
      @NotBlank @Size(max = Claim.TEXT) String text,
      @NotNull @Size(max = Claim.SEEN) String seen,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area) {}

  @Inject private Claims claims;
  @Inject private Numbers numbers;
  @Inject private Clock clock;

  @Allows(right = Rights.SYSTEM)
  @Requirement("R1.1")
  public void hear(@Valid Command command) {
    claims.receive(
        Claim.heard(
            command.area(), numbers.next(), command.text(), command.seen(), clock.instant()));
  }
}
