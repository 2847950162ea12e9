package firstline.publicity.share;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileStore;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.file.StoredFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The version behind a living link, whatever its area: the link is the right to it. */
@ApplicationScoped
@Allows(right = Rights.EVERYONE, reads = true)
public class SharedVersions {
  /**
   * What is shown.
   *
   * @param state as it is on this day
   * @param file true if it has one
   */
  public record Shown(
      String number,
      String kind,
      int ordinal,
      String title,
      String summary,
      String altText,
      String text,
      String mediaType,
      boolean file,
      String departmentName,
      String state,
      String why) {
    public boolean isGone() {
      return state.equals("RECALLED") || state.equals("EXPIRED");
    }

    public boolean isOf(String sort) {
      return mediaType.startsWith(sort + "/");
    }
  }

  @Inject private Sql sql;
  @Inject private FileStore store;
  @Inject private Clock clock;

  Shown one(UUID version) {
    return sql.one(
        """
        select m.number, m.kind, v.ordinal, v.title, v.summary, v.alt_text, v.text,
          coalesce(v.media_type, ''), v.file_id is not null, m.department_name,
          case when v.state = 'PUBLISHED' and v.valid_until < ? then 'EXPIRED' else v.state end,
          v.recalled_why
        from material_version v join material m on m.id = v.material_id where v.id = ?
        """,
        row ->
            new Shown(
                row.text(1),
                row.text(2),
                row.integer(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8),
                row.flag(9),
                row.text(10),
                row.text(11),
                row.text(12)),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        version);
  }

  /**
   * Its file.
   *
   * @throws NotFound if it has none
   */
  OpenedFile file(UUID version) {
    var file =
        sql.one(
            """
            select f.id, f.sha256, f.bytes, f.media_type, f.name, f.area_code
            from material_version v join stored_file f on f.id = v.file_id where v.id = ?
            """,
            SharedVersions::file,
            version);
    return new OpenedFile(file, store.path(file.sha256()));
  }

  private static StoredFile file(Row row) throws SQLException {
    return new StoredFile(
        row.id(1),
        row.text(2),
        row.number(3),
        row.text(4),
        row.text(5),
        null,
        null,
        row.text(6),
        false);
  }
}
