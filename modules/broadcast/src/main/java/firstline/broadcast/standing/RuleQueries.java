package firstline.broadcast.standing;

import static firstline.broadcast.BroadcastRights.EMERGENCY;
import static firstline.broadcast.BroadcastRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.words.Bundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules of the officer's areas, and of those above them. */
@ApplicationScoped
public class RuleQueries {
  private static final int MOST = 200;

  /**
   * A rule.
   *
   * @param event empty for any
   * @param template name of the template, empty for the words of the alert
   * @param gone true if the template was taken away or replaced
   * @param ordered how many alerts it has put on the air
   * @param below true if it lies in the officer's areas
   */
  public record Line(
      UUID id,
      long version,
      long no,
      String areaName,
      String sender,
      String signerName,
      String event,
      int leastLevel,
      String template,
      boolean gone,
      String state,
      String departmentName,
      Signed written,
      Signed confirmed,
      Signed ended,
      String reason,
      long ordered,
      boolean below) {
    /** The rule as one sentence in the language. */
    @Requirement("R51.7")
    public String said(String language) {
      return Bundles.words(
          language,
          "standing.said",
          List.of(
              sender,
              signerName,
              event.isEmpty()
                  ? Bundles.words(language, "standing.said.any")
                  : Bundles.words(language, "standing.said.event", List.of(event)),
              Bundles.words(language, "standing.said.level." + leastLevel),
              areaName,
              template.isEmpty()
                  ? Bundles.words(language, "standing.said.plain")
                  : Bundles.words(language, "standing.said.template", List.of(template))));
    }
  }

  /**
   * Who did it and when.
   *
   * @param at null if nobody has
   * @param mine true if the officer did
   */
  public record Signed(@Nullable Instant at, String name, boolean mine) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected RuleQueries() {}

  /** For tests without a server. */
  public RuleQueries(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /** Those that hold first, then those that wait, then those that are over; the newest first. */
  @Allows(right = READ, reads = true)
  public List<Line> list() {
    return sql.list(
        """
        select r.id, r.version, r.no, a.name, r.sender, r.signer_name, r.event, r.least_level,
          coalesce(t.name, ''), t.removed_at is not null, r.state, r.department_name, r.written_at,
          r.writer_name, r.written_by = ?, r.confirmed_at, r.confirmer_name,
          r.ended_at, r.ender_name, r.reason,
          (select count(*) from alert x where x.rule_no = r.no), a.path like any (?)
        from standing_rule r join area a on a.code = r.area_code
          left join emergency_template t on t.id = r.template_id
          join area mine on mine.code = ?
        where a.path like any (?) or starts_with(mine.path, a.path)
        order by array_position(array['IN_FORCE', 'PROPOSED', 'ENDED'], r.state),
          r.written_at desc, r.id desc limit ?
        """,
        RuleQueries::read,
        desk.officer().id(),
        desk.scope().patterns(),
        desk.officer().areaCode(),
        desk.scope().patterns(),
        MOST);
  }

  /** Rules that wait for the officer to confirm them. */
  @Allows(right = EMERGENCY, reads = true)
  public long waiting() {
    return sql.one(
        """
        select count(*) from standing_rule r join area a on a.code = r.area_code
        where r.state = 'PROPOSED' and r.written_by <> ? and a.path like any (?)
        """,
        row -> row.number(1),
        desk.officer().id(),
        desk.scope().patterns());
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.number(2),
        row.number(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.integer(8),
        row.text(9),
        row.flag(10),
        row.text(11),
        row.text(12),
        new Signed(row.instant(13), row.text(14), row.flag(15)),
        new Signed(row.instantOrNull(16), row.text(17), false),
        new Signed(row.instantOrNull(18), row.text(19), false),
        row.text(20),
        row.number(21),
        row.flag(22));
  }
}
