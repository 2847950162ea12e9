package firstline.publicity.upload;

import firstline.persistence.database.Sql;
import firstline.persistence.openwork.OpenWorkContribution;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Files that wait with an officer to become material: those of one folder are one, by its first.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class OpenUploads implements OpenWorkContribution {
  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected OpenUploads() {}

  /** For tests without a server. */
  public OpenUploads(Sql sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "upload";
  }

  /** Nobody else sees them, so there is no page to go to. */
  @Override
  @Requirement("R122.3")
  public List<Item> open(UUID officer) {
    return sql.list(
        """
        select u.id, u.name, u.folder, u.files, a.path from (
          select distinct on (area_code, folder) id, name, folder, area_code,
            count(*) over (partition by area_code, folder) files
          from upload where officer_id = ? and state in ('TAKEN', 'ASKED')
          order by area_code, folder, id) u
        join area a on a.code = u.area_code order by u.id
        """,
        row ->
            new Item(
                kind(),
                row.id(1),
                row.text(3).isEmpty() ? row.text(2) : row.text(3),
                "× " + row.number(4),
                "",
                PublicityRights.DRAFT,
                row.text(5)),
        officer);
  }

  @Override
  @Requirement("R122.3")
  public void pass(Item item, UUID from, Successor to, String note) {
    var passed =
        sql.update(
            """
            update upload u set officer_id = ?, passed_on = concat_ws(E'\\n',
              nullif(u.passed_on, ''), ?::text)
            from upload f where f.id = ? and u.officer_id = ? and u.officer_id = f.officer_id
              and u.state in ('TAKEN', 'ASKED') and u.area_code = f.area_code
              and u.folder = f.folder
            """,
            to.id(),
            note,
            item.id(),
            from);
    if (passed == 0) {
      throw new Conflict();
    }
  }
}
