package firstline.broadcast.emergency;

import static firstline.broadcast.BroadcastRights.EMERGENCY;
import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts for emergencies, written in quiet hours; one of an area serves all below it. */
@ApplicationScoped
public class KeepTemplates {
  /** A template. */
  public record Template(UUID id, String name, int level, String text, int minutes) {}

  /** A new one; under a name that is taken it replaces the old one. */
  public record Command(
      @NotBlank @Size(max = 40) String name,
      @Min(1) @Max(4) int level,
      @NotBlank @Size(max = 1000) String text,
      @Min(1) @Max(720) int minutes) {
    /** What could be ordered, under a name and without its places. */
    static Command of(String name, OrderEmergency.Command order) {
      return new Command(name, order.level(), order.text(), order.minutes());
    }
  }

  /** One that is no longer wanted. */
  public record Remove(@NotNull UUID id) {}

  private static final Pattern GAP = Pattern.compile("\\[[^\\]]*\\]|［[^］]*］");

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepTemplates() {}

  /** For tests without a server. */
  KeepTemplates(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those of the officer's area and of the areas above it. */
  @Allows(right = READ, reads = true)
  @Requirement("R39.4")
  public List<Template> list() {
    return sql.list(
        """
        select t.id, t.name, t.level, t.text, t.minutes
        from emergency_template t join area a on a.code = t.area_code
          join area mine on mine.code = ? and starts_with(mine.path, a.path)
        where t.removed_at is null order by t.level, t.name
        """,
        row -> new Template(row.id(1), row.text(2), row.integer(3), row.text(4), row.integer(5)),
        desk.officer().areaCode());
  }

  @Allows(right = EMERGENCY)
  @Requirement("R39.4")
  public void keep(@Valid Command command) {
    var now = clock.instant();
    sql.update(
        """
        update emergency_template set removed_at = ?
        where area_code = ? and name = ? and removed_at is null
        """,
        now,
        desk.officer().areaCode(),
        command.name().strip());
    sql.update(
        """
        insert into emergency_template (id, area_code, name, level, text, minutes, made_at, made_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        desk.officer().areaCode(),
        command.name().strip(),
        command.level(),
        command.text().strip(),
        command.minutes(),
        now,
        desk.officer().name());
  }

  /**
   * Takes one of the officer's own area away.
   *
   * @throws NotFound if it is another area's
   */
  @Allows(right = EMERGENCY)
  @Requirement("R39.4")
  public void remove(@Valid Remove command) {
    var removed =
        sql.update(
            """
            update emergency_template set removed_at = ?
            where id = ? and area_code = ? and removed_at is null
            """,
            clock.instant(),
            command.id(),
            desk.officer().areaCode());
    if (removed == 0) {
      throw new NotFound();
    }
  }

  /** True if the text has no gap that is still open. */
  public static boolean isFilled(String text) {
    return !GAP.matcher(text).find();
  }

  /**
   * Refuses a text with a gap that was not filled in.
   *
   * @throws Refusal {@code emergency.gap} with the gap
   */
  @Requirement("R39.4")
  public static void requireFilled(String text) {
    var gap = GAP.matcher(text);
    if (gap.find()) {
      throw new Refusal("emergency.gap", gap.group());
    }
  }
}
