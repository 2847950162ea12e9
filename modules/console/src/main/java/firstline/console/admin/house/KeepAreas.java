package firstline.console.admin.house;

import firstline.persistence.area.AreaCode;
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

/** Adds and renames single areas; nothing is moved or deleted, since records hang on the tree. */
@ApplicationScoped
public class KeepAreas {
  private static final String CODE = "[0-9]{12}";

  /** A new area below one that stands; the tree's roots come by import. */
  public record Add(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotNull @Pattern(regexp = CODE) String parent,
      @NotNull @Pattern(regexp = "CITY|COUNTY|TOWNSHIP|VILLAGE") String level,
      @NotBlank @Size(min = 1, max = 80) String name) {}

  public record Rename(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(min = 1, max = 80) String name) {}

  private record Parent(String level, String path) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected KeepAreas() {}

  KeepAreas(Sql sql) {
    this.sql = sql;
  }

  /** Refuses with {@code area.unknown}, {@code area.level-order} or {@code area.taken}. */
  @Allows(right = Rights.ADMIN_SYSTEM)
  public void add(@Valid Add command) {
    var parent =
        sql.first(
                "select level, path from area where code = ?",
                row -> new Parent(row.text(1), row.text(2)),
                command.parent())
            .orElseThrow(() -> new Refusal("area.unknown", command.parent()));
    if (AreaCode.depth(parent.level()) >= AreaCode.depth(command.level())) {
      throw new Refusal("area.level-order");
    }
    var added =
        sql.update(
            "insert into area (code, parent, level, name, path) values (?, ?, ?, ?, ?)"
                + " on conflict (code) do nothing",
            command.code(),
            command.parent(),
            command.level(),
            command.name().strip(),
            parent.path() + command.code() + "/");
    if (added == 0) {
      throw new Refusal("area.taken", command.code());
    }
  }

  @Allows(right = Rights.ADMIN_SYSTEM)
  public void rename(@Valid Rename command) {
    var renamed =
        sql.update(
            "update area set name = ? where code = ?", command.name().strip(), command.code());
    if (renamed == 0) {
      throw new NotFound();
    }
  }
}
