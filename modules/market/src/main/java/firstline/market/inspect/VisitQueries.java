package firstline.market.inspect;

import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits of inspections with their answers and pictures, and the checklists that ask. */
@ApplicationScoped
public class VisitQueries {
  /** A visit. */
  public record Told(
      UUID id,
      int place,
      String officerName,
      Instant arrivedAt,
      Instant leftAt,
      Instant toldAt,
      String present,
      String unsigned,
      String note) {}

  /** An item of a checklist, and what a visit says to it; empty of one that says nothing. */
  public record Item(
      int place,
      String textZh,
      String textEn,
      String ruleZh,
      String ruleEn,
      String answer,
      String note) {}

  /**
   * A picture.
   *
   * @param sha256 of what was kept, else of what was told; empty if neither is known
   */
  public record Picture(
      UUID id,
      Visit.Shows shows,
      String sha256,
      Instant takenAt,
      @Nullable Double latitude,
      @Nullable Double longitude,
      boolean here) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected VisitQueries() {}

  /** For tests without a server. */
  VisitQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** The visits of an inspection, the latest first. */
  @Allows(right = READ, reads = true)
  public List<Told> visits(UUID id) {
    return sql.list(
        """
        select v.id, v.place, v.officer_name, v.arrived_at, v.left_at, v.told_at, v.present,
          v.unsigned_why, v.note
        from inspection_visit v join inspection i on i.id = v.inspection_id
          join area a on a.code = i.area_code
        where i.id = ? and a.path like any (?) order by v.place desc
        """,
        row ->
            new Told(
                row.id(1),
                row.integer(2),
                row.text(3),
                row.instant(4),
                row.instant(5),
                row.instant(6),
                row.text(7),
                row.text(8),
                row.text(9)),
        id,
        desk.scope().patterns());
  }

  private static Item item(Row row) throws SQLException {
    return new Item(
        row.integer(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7));
  }

  /** The checklist of an inspection with what a visit answers. */
  @Allows(right = READ, reads = true)
  public List<Item> answers(UUID visit) {
    return sql.list(
        """
        select c.place, c.text_zh, c.text_en, c.rule_zh, c.rule_en, w.answer, w.note
        from inspection_visit v join inspection i on i.id = v.inspection_id
          join area a on a.code = i.area_code
          join checklist_item c on c.checklist_id = i.checklist_id
          join inspection_answer w on w.visit_id = v.id and w.place = c.place
        where v.id = ? and a.path like any (?) order by c.place
        """,
        VisitQueries::item,
        visit,
        desk.scope().patterns());
  }

  /** The items of a checklist, which everybody may read. */
  @Allows(right = READ, reads = true)
  public List<Item> items(UUID checklist) {
    return sql.list(
        """
        select place, text_zh, text_en, rule_zh, rule_en, '', '' from checklist_item
        where checklist_id = ? order by place
        """,
        VisitQueries::item,
        checklist);
  }

  /** The pictures of a visit, in order. */
  @Allows(right = READ, reads = true)
  public List<Picture> pictures(UUID visit) {
    return sql.list(
        """
        select q.id, q.kind, coalesce(f.sha256, q.sha256, ''), q.taken_at, q.latitude, q.longitude,
          f.picture_id is not null
        from inspection_picture q join inspection_visit v on v.id = q.visit_id
          join inspection i on i.id = v.inspection_id join area a on a.code = i.area_code
          left join inspection_picture_file f on f.picture_id = q.id
        where v.id = ? and a.path like any (?) order by q.place
        """,
        row ->
            new Picture(
                row.id(1),
                Visit.Shows.valueOf(row.text(2)),
                row.text(3),
                row.instant(4),
                row.realOrNull(5),
                row.realOrNull(6),
                row.flag(7)),
        visit,
        desk.scope().patterns());
  }
}
