package firstline.console.kept;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps and tells how the officer wants the screen. */
@ApplicationScoped
public class KeptViews {
  /**
   * What is kept.
   *
   * @param name {@code theme}, {@code density}, {@code rail}, {@code start} (the first steps), or
   *     {@code columns.} and a list
   * @param value a choice, or an arrangement as in {@link Arrangement}
   */
  public record Command(
      @NotNull @Pattern(regexp = "theme|density|rail|start|columns\\.[a-z.-]{1,60}") String name,
      @NotNull @Pattern(regexp = "[a-z]{1,20}|[0-9 -]{0,120}") String value) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected KeptViews() {}

  KeptViews(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Keeps the choice in place of the one before. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R22.8")
  public void keep(@Valid Command command) {
    sql.update(
        """
        insert into officer_view (officer_id, name, value) values (?, ?, ?)
        on conflict (officer_id, name) do update set value = excluded.value
        """,
        desk.officer().id(),
        command.name(),
        command.value());
  }

  /** Shows the list's columns again, and the density that everybody begins with. */
  @Allows(right = Rights.SIGNED_IN)
  @Requirement("R105.4")
  public void reset(@NotNull @Pattern(regexp = "[a-z.-]{1,60}") String list) {
    sql.update(
        "delete from officer_view where officer_id = ? and name in (?, 'density')",
        desk.officer().id(),
        "columns." + list);
  }

  /** How the officer at the desk arranges the columns of the list. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R118.1")
  public Arrangement arrangement(String list) {
    return Arrangement.read(kept("columns." + list));
  }

  /** True if the officer at the desk does not want to see the first steps. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public boolean isStartHidden() {
    return kept("start").equals("hidden");
  }

  private String kept(String name) {
    return sql.first(
            "select value from officer_view where officer_id = ? and name = ?",
            row -> row.text(1),
            desk.officer().id(),
            name)
        .orElse("");
  }

  /** Theme, density and rail of the officer who just signed in, by name. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Map<String, String> screen(UUID officer) {
    return sql
        .list(
            """
            select name, value from officer_view
            where officer_id = ? and name in ('theme', 'density', 'rail')
            """,
            row -> Map.entry(row.text(1), row.text(2)),
            officer)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
