package firstline.console.admin.dictionary;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The values that an administrator keeps, by kind, in both languages. A value is never deleted:
 * records may name it; it is switched off instead.
 */
@ApplicationScoped
public class Dictionary {
  private static final String KEY = "[a-z][a-z0-9.-]{0,59}";

  /** Adds a value at the end of its kind; the first value of a kind makes the kind. */
  public record Add(
      @NotNull @Pattern(regexp = KEY) String kind,
      @NotNull @Pattern(regexp = KEY) String code,
      @NotBlank @Size(min = 1, max = 80) String zh,
      @NotBlank @Size(min = 1, max = 80) String en) {}

  /** Gives a value other words; its code stays, since records hold it. */
  public record Rename(
      @NotBlank String kind,
      @NotBlank String code,
      @NotBlank @Size(min = 1, max = 80) String zh,
      @NotBlank @Size(min = 1, max = 80) String en) {}

  /** Moves a value by one place. */
  public record Move(@NotBlank String kind, @NotBlank String code, boolean up) {}

  /** Switches a value on or off. */
  public record Switch(@NotBlank String kind, @NotBlank String code, boolean active) {}

  /** A kind and how many active values it has. */
  public record Kind(String kind, long active) {}

  /** A value. */
  public record Value(String kind, String code, String zh, String en, boolean active) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected Dictionary() {}

  Dictionary(Sql sql) {
    this.sql = sql;
  }

  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<Kind> kinds() {
    return sql.list(
        "select kind, count(*) filter (where active) from dictionary group by kind order by kind",
        row -> new Kind(row.text(1), row.number(2)));
  }

  /** The values of a kind in their order, those that are switched off too. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<Value> values(String kind) {
    return sql.list(
        "select kind, code, zh, en, active from dictionary where kind = ? order by position, code",
        row -> new Value(row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5)),
        kind);
  }

  /** Refuses with {@code dictionary.taken} if the kind has the code. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void add(@Valid Add command) {
    var added =
        sql.update(
            """
            insert into dictionary (kind, code, zh, en, position)
            select ?, ?, ?, ?, coalesce(max(position), 0) + 1 from dictionary where kind = ?
            on conflict do nothing
            """,
            command.kind(),
            command.code(),
            command.zh().strip(),
            command.en().strip(),
            command.kind());
    if (added == 0) {
      throw new Refusal("dictionary.taken", command.code());
    }
  }

  @Allows(right = Rights.ADMIN_SYSTEM)
  public void rename(@Valid Rename command) {
    found(
        sql.update(
            "update dictionary set zh = ?, en = ? where kind = ? and code = ?",
            command.zh().strip(),
            command.en().strip(),
            command.kind(),
            command.code()));
  }

  /**
   * Numbers the kind's values anew, so that the moved one stands before or behind its neighbour.
   */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void move(@Valid Move command) {
    found(
        sql.update(
            """
            update dictionary d set position = placed.place
            from (
              select code,
                row_number() over (order by rank + case when code = ? then ? else 0 end) as place
              from (
                select code, 2 * row_number() over (order by position, code) as rank
                from dictionary where kind = ?) ranked) placed
            where d.kind = ? and d.code = placed.code
            """,
            command.code(),
            command.up() ? -3 : 3,
            command.kind(),
            command.kind()));
  }

  @Allows(right = Rights.ADMIN_SYSTEM)
  public void turn(@Valid Switch command) {
    found(
        sql.update(
            "update dictionary set active = ? where kind = ? and code = ?",
            command.active(),
            command.kind(),
            command.code()));
  }

  private static void found(int changed) {
    if (changed == 0) {
      throw new NotFound();
    }
  }
}
