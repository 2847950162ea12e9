package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import java.util.List;
import java.util.UUID;

/**
 * What a rumour's record shows besides the rumour. The reports are those of the officer's areas;
 * the rest belongs to the rumour, which has been found in scope.
 */
final class RumourParts {
  private final Sql sql;
  private final UUID id;
  private final String[] scope;
  private final int most;

  RumourParts(Sql sql, UUID id, String[] scope, int most) {
    this.sql = sql;
    this.id = id;
    this.scope = scope.clone();
    this.most = most;
  }

  List<RumourQueries.Wording> wordings() {
    return sql.list(
        """
        select w.text, w.seen, a.name, w.first_seen, w.last_seen, w.count
        from rumour_wording w join area a on a.code = w.area_code
        where w.rumour_id = ? order by w.count desc, w.first_seen, w.id limit ?
        """,
        row ->
            new RumourQueries.Wording(
                row.text(1),
                row.text(2),
                row.text(3),
                row.instant(4),
                row.instant(5),
                row.integer(6)),
        id,
        most);
  }

  List<RumourQueries.Proof> evidence() {
    return sql.list(
        """
        select id, kind, organisation, competent, stance, quote, url, file_id, sha256, dated,
          added_at, adder_name, withdrawn_why
        from rumour_evidence where rumour_id = ? order by withdrawn_at is not null, added_at, id
        """,
        row ->
            new RumourQueries.Proof(
                row.id(1),
                row.text(2),
                row.text(3),
                row.flag(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.idOrNull(8),
                row.textOrNull(9),
                row.dateOrNull(10),
                row.instant(11),
                row.text(12),
                row.textOrNull(13)),
        id);
  }

  List<RumourQueries.Report> reports() {
    return sql.list(
        """
        select c.id, c.number, left(c.text, 120), c.state, c.joined_how, c.score, a.name,
          c.received_at
        from claim c join area a on a.code = c.area_code
        where c.rumour_id = ? and a.path like any (?)
        order by c.received_at desc, c.id desc limit ?
        """,
        row ->
            new RumourQueries.Report(
                row.id(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.textOrNull(5),
                row.realOrNull(6),
                row.text(7),
                row.instant(8)),
        id,
        scope,
        most);
  }

  List<RumourQueries.Answer> answers() {
    return sql.list(
        """
        select r.id, r.number, v.fact, r.state, r.public_ordinal is not null and r.withdrawn_at is null
        from rebuttal r join lateral (select fact from rebuttal_version v
          where v.rebuttal_id = r.id order by ordinal desc limit 1) v on true
        where r.rumour_id = ? order by r.withdrawn_at is not null, r.created_at desc
        """,
        row ->
            new RumourQueries.Answer(row.id(1), row.text(2), row.text(3), row.text(4), row.flag(5)),
        id);
  }

  List<RumourQueries.Event> events() {
    return sql.list(
        """
        select verb, state, at, officer_name, department_name, reason
        from rumour_step where rumour_id = ? order by at desc, id desc
        """,
        row ->
            new RumourQueries.Event(
                row.text(1), row.text(2), row.instant(3), row.text(4), row.text(5), row.text(6)),
        id);
  }
}
