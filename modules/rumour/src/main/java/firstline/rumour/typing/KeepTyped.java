package firstline.rumour.typing;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.rumour.RumourRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;

/** Keeps what is being typed in a form, in place of what was kept before. */
@ApplicationScoped
public class KeepTyped {
  /** A form is at most as long as the longest text with all its fields. */
  private static final int LONGEST = 100_000;

  /**
   * What is kept.
   *
   * @param fields of the form by name
   */
  public record Command(
      @NotNull @Pattern(regexp = "(rumour|rebuttal):[0-9a-f-]{36}") String subject,
      @NotNull @Size(min = 1, max = 30) Map<String, String> fields) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepTyped() {}

  KeepTyped(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  @Allows(right = RumourRights.DRAFT, ownRecord = true)
  @Requirement("R2.13")
  public void keep(@Valid Command command) {
    var body = Json.createObjectBuilder();
    command.fields().forEach(body::add);
    var text = body.build().toString();
    if (text.length() > LONGEST) {
      throw new Refusal("typing.long", LONGEST);
    }
    sql.update(
        """
        insert into draft_buffer (officer_id, subject, body, saved_at) values (?, ?, ?, ?)
        on conflict (officer_id, subject) do update set body = excluded.body,
          saved_at = excluded.saved_at
        """,
        desk.officer().id(),
        command.subject(),
        text,
        clock.instant());
  }
}
