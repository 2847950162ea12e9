package firstline.market.inspect;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Draws, and the registers that they draw from. */
@ApplicationScoped
public class DrawQueries {
  static final int SIZE = 50;

  /** A draw. */
  public record Drawn(
      UUID id,
      String number,
      String title,
      String areaName,
      long seed,
      String algorithm,
      String hash,
      String list,
      Instant at,
      String officerName,
      long picks) {}

  /** An operator of the register; barred names who does not go there. */
  public record Registered(
      UUID id,
      String name,
      String code,
      String areaName,
      GoodsGroup group,
      Risk risk,
      String barred,
      Instant changedAt) {}

  /** An officer who may inspect. */
  public record Officer(UUID id, String name, String departmentName) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected DrawQueries() {}

  /** For tests without a server. */
  DrawQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  private static final String DRAWN =
      """
      select d.id, d.number, d.title, a.name, d.seed, d.algorithm, d.list_hash, d.list, d.drawn_at,
        d.officer_name, (select count(*) from inspection_draw_pick k where k.draw_id = d.id)
      from inspection_draw d join area a on a.code = d.area_code
      """;

  private static Drawn drawn(Row row) throws SQLException {
    return new Drawn(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.number(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.instant(9),
        row.text(10),
        row.number(11));
  }

  /** The latest draws, at most fifty. */
  @Allows(right = READ, reads = true)
  public List<Drawn> latest() {
    return sql.list(
        DRAWN + " where a.path like any (?) order by d.drawn_at desc, d.id desc limit 50",
        DrawQueries::drawn,
        (Object) desk.scope().patterns());
  }

  /**
   * A draw.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  public Drawn one(UUID id) {
    return sql.one(
        DRAWN + " where d.id = ? and a.path like any (?)",
        DrawQueries::drawn,
        id,
        desk.scope().patterns());
  }

  /** A page of the register, the latest changes first. */
  @Allows(right = READ, reads = true)
  public Page<Registered> registered(String words, String group, Cursor cursor) {
    var select =
        Select.from(
                """
                select p.id, p.name, coalesce(p.credit_code, ''), a.name, s.goods_group, s.risk,
                  coalesce((select string_agg(o.name || '：' || c.reason, '；' order by o.name)
                    from officer_conflict c join officer o on o.id = c.officer_id
                    where c.operator_id = p.id), ''), s.changed_at
                from operator_supervision s join operator p on p.id = s.operator_id
                  join area a on a.code = p.area_code
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("s.goods_group = ?", group);
    if (!words.isBlank()) {
      var pattern = Select.containing(words);
      select.where("p.name ilike ? or p.credit_code ilike ?", pattern, pattern);
    }
    select.newestFirst("s.changed_at", "p.id", cursor, SIZE);
    return Page.of(
        sql.list(
            select,
            row ->
                new Registered(
                    row.id(1),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    GoodsGroup.valueOf(row.text(5)),
                    Risk.valueOf(row.text(6)),
                    row.text(7),
                    row.instant(8))),
        SIZE,
        cursor,
        one -> Cursor.of(one.changedAt(), one.id()));
  }

  /** Who may be barred: those who may inspect in the officer's own area. */
  @Allows(right = READ, reads = true)
  public List<Officer> officers() {
    return sql.list(
        """
        select distinct o.id, o.name, d.name from officer o
          join department d on d.id = o.department_id
          join officer_role r on r.officer_id = o.id
          join role_right k on k.role_id = r.role_id and k.right_key = 'market.inspect'
          join area a on a.code = r.area_code
        where o.active and a.path like any (?) order by o.name, o.id limit 200
        """,
        row -> new Officer(row.id(1), row.text(2), row.text(3)),
        (Object) desk.scope().patterns());
  }
}
