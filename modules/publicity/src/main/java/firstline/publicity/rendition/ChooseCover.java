package firstline.publicity.rendition;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.material.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses what stands on a version's card, and what of it must be seen. */
@ApplicationScoped
public class ChooseCover {
  /**
   * A cover.
   *
   * @param own picture instead of the one that was made; null leaves it as it is
   * @param focusX per cent from the left
   * @param focusY per cent from the top
   */
  public record Command(
      @NotNull UUID version,
      Content.@Nullable Attachment own,
      @Min(0) @Max(100) int focusX,
      @Min(0) @Max(100) int focusY) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected ChooseCover() {}

  /** For tests without a server. */
  ChooseCover(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * Chooses.
   *
   * @throws Refusal {@code rendition.cover-state} if another picture is chosen and it is no draft
   *     any more: what the public sees was reviewed; {@code rendition.cover-picture}
   */
  @Allows(right = DRAFT)
  @Requirement("R69.6")
  public void choose(@Valid Command command) {
    var state =
        sql.one(
            """
            select v.state from material_version v join area a on a.code = v.area_code
            where v.id = ? and a.path like any (?)
            """,
            row -> row.text(1),
            command.version(),
            desk.scope().patterns());
    var own = command.own();
    if (own != null && !state.equals("DRAFT")) {
      throw new Refusal("rendition.cover-state");
    }
    if (own != null && !own.mediaType().startsWith("image/")) {
      throw new Refusal("rendition.cover-picture");
    }
    sql.update(
        """
        insert into cover (version_id, file_id, sha256, focus_x, focus_y) values (?, ?, ?, ?, ?)
        on conflict (version_id) do update set file_id = coalesce(excluded.file_id, cover.file_id),
          sha256 = coalesce(excluded.sha256, cover.sha256), focus_x = excluded.focus_x,
          focus_y = excluded.focus_y
        """,
        command.version(),
        own == null ? null : own.file(),
        own == null ? null : own.sha256(),
        command.focusX(),
        command.focusY());
  }
}
