package firstline.broadcast.quiet;

import static firstline.broadcast.BroadcastRights.QUIET;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Says how many minutes of routine an area is to hear a day at most; replaces what was set. */
@ApplicationScoped
public class SetNoiseBudget {
  /**
   * A budget.
   *
   * @param area 12-digit code
   * @param minutes a day, 0 to 1,440
   */
  public record Command(
      @NotNull String area, int minutes, @NotNull @Size(max = 500) String reason) {}

  @Inject private QuietBook book;

  @SuppressWarnings("NullAway.Init")
  protected SetNoiseBudget() {}

  /** For tests without a server. */
  SetNoiseBudget(QuietBook book) {
    this.book = book;
  }

  /**
   * Sets it; its id.
   *
   * @throws Refusal {@code quiet.budget}, {@code quiet.area}
   */
  @Allows(right = QUIET)
  @Requirement({"R40.4", "R40.5"})
  public UUID set(@Valid Command command) {
    if (command.minutes() < 0 || command.minutes() > QuietTime.DAY) {
      throw new Refusal("quiet.budget", command.minutes(), QuietTime.DAY);
    }
    return book.budget(command.area(), command.minutes(), command.reason());
  }
}
