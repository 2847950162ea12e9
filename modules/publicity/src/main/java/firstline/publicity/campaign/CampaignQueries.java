package firstline.publicity.campaign;

import static firstline.publicity.PublicityRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Campaigns of the officer's areas. */
@ApplicationScoped
public class CampaignQueries {
  static final int SIZE = 50;

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

  @SuppressWarnings("NullAway.Init")
  protected CampaignQueries() {}

  /** For tests without a server. */
  CampaignQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** A page of them, the latest to begin on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R118.3")
  public Page<Line> list(Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.version, c.number, c.title, c.summary, c.contact, c.department_name,
                  a.name, c.area_code, c.begins, c.ends,
                  (select count(*) from material m where m.campaign_id = c.id)
                from publicity_campaign c join area a on a.code = c.area_code
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns());
    var begins = LocalDate.ofInstant(cursor.at(), ZoneOffset.UTC);
    if (cursor.backwards()) {
      select
          .where("(c.begins, c.id) > (?, ?)", begins, cursor.id())
          .end("order by c.begins, c.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(c.begins, c.id) < (?, ?)", begins, cursor.id())
          .end("order by c.begins desc, c.id desc limit ?", cursor.rows(SIZE) + 1);
    }
    return Page.of(
        sql.list(select, CampaignQueries::line),
        SIZE,
        cursor,
        line -> Cursor.of(line.begins().atStartOfDay().toInstant(ZoneOffset.UTC), line.id()));
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
