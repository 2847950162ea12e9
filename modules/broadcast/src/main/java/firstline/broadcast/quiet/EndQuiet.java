package firstline.broadcast.quiet;

import static firstline.broadcast.BroadcastRights.QUIET;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Ends a window or a budget, which stays on record. */
@ApplicationScoped
public class EndQuiet {
  public record Command(@NotNull UUID id, long version, @NotNull String reason) {}

  @Inject private QuietBook book;

  @SuppressWarnings("NullAway.Init")
  protected EndQuiet() {}

  /** For tests without a server. */
  EndQuiet(QuietBook book) {
    this.book = book;
  }

  @Allows(right = QUIET)
  @Requirement("R40.3")
  public void window(@Valid Command command) {
    book.endWindow(command.id(), command.version(), command.reason());
  }

  @Allows(right = QUIET)
  @Requirement("R40.3")
  public void budget(@Valid Command command) {
    book.endBudget(command.id(), command.version(), command.reason());
  }
}
