package firstline.rumour.claim;

import static firstline.rumour.RumourRights.FILE;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.rumour.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files a claim that an officer saw or was told. */
@ApplicationScoped
public class FileClaim {
  /**
   * @param answer number of the published rebuttal that answers it, or null
   */
  public record Command(
      @NotBlank @Size(max = Claim.TEXT) String text,
      @NotNull @Size(max = Claim.SEEN) String seen,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      Claim.@NotNull Channel channel,
      @Nullable String answer) {
    /** Seen by the officer, answered by nobody yet. */
    public Command(String text, String seen, String area) {
      this(text, seen, area, Claim.Channel.OFFICER, null);
    }
  }

  /** What the person who files it takes away. */
  public record Filed(UUID id, String number, String receipt) {}

  @Inject private Claims claims;
  @Inject private JoinClaim joinClaim;
  @Inject private Numbers numbers;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @Allows(right = FILE)
  @Requirement({"R1.1", "R1.2", "R9.3"})
  public Filed file(@Valid Command command) {
    var claim =
        Claim.filed(
            command.area(),
            numbers.next(),
            command.channel(),
            command.text(),
            command.seen(),
            Actor.of(desk),
            clock.instant());
    claims.add(claim);
    var answer = command.answer();
    if (answer != null) {
      joinClaim.join(new JoinClaim.Command(claim.id(), claim.version(), answer, null));
    }
    return new Filed(claim.id(), claim.number(), claim.receipt());
  }
}
