package firstline.broadcast.quiet;

import static firstline.broadcast.BroadcastRights.QUIET;

import firstline.persistence.calendar.WorkingCalendar;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Leaves an area in peace at certain times, with everything below it. */
@ApplicationScoped
public class SetQuietWindow {
  private static final int TITLE = 100;

  /**
   * A window.
   *
   * @param area 12-digit code
   * @param title what the peace is for, at most 100 characters
   */
  public record Command(
      @NotNull String area,
      @NotNull QuietKind kind,
      @NotNull String title,
      @NotNull @Valid Typed time) {}

  @Inject private QuietBook book;
  @Inject private WorkingCalendar calendar;

  @SuppressWarnings("NullAway.Init")
  protected SetQuietWindow() {}

  /** For tests without a server. */
  SetQuietWindow(QuietBook book, WorkingCalendar calendar) {
    this.book = book;
    this.calendar = calendar;
  }

  /**
   * Sets it; its id.
   *
   * @throws Refusal {@code quiet.…} or {@code recurrence.…} with what is wrong
   */
  @Allows(right = QUIET)
  @Requirement({"R40.2", "R40.4"})
  public UUID set(@Valid Command command) {
    if (command.title().isBlank() || command.title().length() > TITLE) {
      throw new Refusal("quiet.title", TITLE);
    }
    var time = command.time().read();
    book.requireMine(command.area());
    time.requireSound(calendar.of(command.area()));
    return book.window(command.area(), command.kind(), command.title().strip(), command.time());
  }
}
