package firstline.publicity.campaign;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Campaigns of the officer's areas. */
@ApplicationScoped
public class CampaignQueries {
  private static final int MOST = 200;

  /** A campaign with the number of its materials. */
  public record Line(
      UUID id,
      long version,
      String number,
      String title,
      String summary,
      String contact,
      String departmentName,
      String areaName,
      String areaCode,
      LocalDate begins,
      LocalDate ends,
      long materials) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** The latest first. */
  @Allows(right = READ, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select c.id, c.version, c.number, c.title, c.summary, c.contact, c.department_name, a.name,
          c.area_code, c.begins, c.ends,
          (select count(*) from material m where m.campaign_id = c.id)
        from publicity_campaign c join area a on a.code = c.area_code
        where a.path like any (?) order by c.begins desc, c.id desc limit ?
        """,
        CampaignQueries::line,
        desk.scope().patterns(),
        MOST);
  }

  @Allows(right = READ, reads = true)
  public Line one(UUID id) {
    return sql.one(
        """
        select c.id, c.version, c.number, c.title, c.summary, c.contact, c.department_name, a.name,
          c.area_code, c.begins, c.ends,
          (select count(*) from material m where m.campaign_id = c.id)
        from publicity_campaign c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        CampaignQueries::line,
        id,
        desk.scope().patterns());
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.number(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.date(10),
        row.date(11),
        row.number(12));
  }
}
