package firstline.market.casefile;

import static firstline.market.MarketRights.READ;

import firstline.market.lookup.Sought;
import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases as officers see them. Who reported them stands nowhere here. */
@ApplicationScoped
public class CaseQueries {
  static final int SIZE = 50;

  /**
   * What is listed.
   *
   * @param state empty for all
   * @param words in title, number or the operator's name; empty for all
   * @param mine true for those whose officer looks
   */
  public record Filter(String state, String words, boolean mine) {}

  /** A line of the list. */
  public record Line(
      UUID id,
      String number,
      String title,
      Matter matter,
      CaseState state,
      String operatorName,
      String areaName,
      String officers,
      Instant filedAt) {}

  /** A case. */
  public record View(
      Line line,
      String area,
      long version,
      UUID operator,
      String creditCode,
      boolean person,
      String premises,
      String licence,
      String source,
      String facts,
      String basis,
      String defence,
      boolean simple,
      boolean grave,
      boolean hearing,
      @Nullable LocalDate admonishedOn,
      @Nullable Outcome outcome,
      Penalty penalty,
      String departmentName,
      String filedName,
      String decisionNumber,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate servedOn,
      @Nullable LocalDate closedOn) {}

  /** Something that happened. */
  public record Event(Instant at, String action, String officerName, String note) {}

  /**
   * A piece of evidence.
   *
   * @param sha256 empty of what has no file
   * @param custody who had it in hand, the first one first
   */
  public record Piece(
      UUID id,
      int place,
      String kind,
      String title,
      String origin,
      String sha256,
      Instant takenAt,
      String officerName,
      String custody) {}

  /** A payment, in fen. */
  public record Payment(String kind, long amount, LocalDate day, String receipt, String officer) {}

  /** A publication; withdrawn is empty while it is not. */
  public record Shown(LocalDate on, LocalDate until, String withdrawn, boolean now) {}

  /** Somebody who may be named. */
  public record Person(UUID id, String name, String departmentName) {}

  static final String LINE =
      """
      select c.id, c.number, c.title, c.matter, c.state, p.name, a.name,
        coalesce((select string_agg(o.officer_name, '、' order by o.officer_name)
          from case_officer o where o.case_id = c.id), ''), c.filed_at
      """;

  private static final String FROM = " from market_case c ";

  private static final String JOINS =
      """
       join area a on a.code = c.area_code join operator p on p.id = c.operator_id
      """;

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected CaseQueries() {}

  /** For tests without a server. */
  public CaseQueries(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.desk = desk;
    this.clock = clock;
  }

  static Line line(Row row) throws SQLException {
    return new Line(
        row.id(1),
        row.text(2),
        row.text(3),
        Matter.valueOf(row.text(4)),
        CaseState.valueOf(row.text(5)),
        row.text(6),
        row.text(7),
        row.text(8),
        row.instant(9));
  }

  /** A page of the cases, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R91.40")
  public Page<Line> list(Filter filter, Cursor cursor) {
    var sought = Sought.of(filter.words());
    var rows =
        sought.isNothing()
            ? fetched(
                filtered(Select.from(LINE + FROM + JOINS), filter)
                    .newestFirst("c.filed_at", "c.id", cursor, SIZE))
            : found(filter, sought, cursor);
    return Page.of(rows, SIZE, cursor, line -> Cursor.of(line.filedAt(), line.id()));
  }

  /** As letters are found: common words among the cases next to the page, rare ones by index. */
  private List<Line> found(Filter filter, Sought sought, Cursor cursor) {
    var next =
        filtered(Select.from("select c.*" + FROM + "join area a on a.code = c.area_code"), filter)
            .newestFirst("c.filed_at", "c.id", cursor.of(0), Sought.NEAR);
    var near =
        fetched(
            Select.around(LINE + " from (", next, ") c " + JOINS)
                .where(
                    """
                    c.title || ' ' || c.number || ' ' || c.decision_number || ' ' || p.name
                      ilike all (?)
                    """,
                    (Object) sought.patterns())
                .newestFirst("c.filed_at", "c.id", cursor, SIZE));
    return near.size() > cursor.rows(SIZE)
        ? near
        : fetched(
            filtered(Select.from(LINE + FROM + JOINS), filter)
                .where(
                    """
                    (c.grams @> ? and c.title || ' ' || c.number || ' ' || c.decision_number
                        ilike all (?))
                      or c.operator_id = any (array(
                        select id from operator where grams @> ? and name ilike all (?)))
                    """,
                    sought.grams(),
                    sought.patterns(),
                    sought.grams(),
                    sought.patterns())
                .newestFirst("c.filed_at + interval '0'", "c.id", cursor, SIZE));
  }

  private List<Line> fetched(Select select) {
    return sql.list(select, CaseQueries::line);
  }

  private Select filtered(Select select, Filter filter) {
    select
        .where("a.path like any (?)", (Object) desk.scope().patterns())
        .whereSet("c.state = ?", filter.state());
    return filter.mine()
        ? select.where(
            "exists (select 1 from case_officer o where o.case_id = c.id and o.officer_id = ?)",
            desk.officer().id())
        : select;
  }

  /**
   * A case.
   *
   * @throws NotFound outside the scope
   */
  @Allows(right = READ, reads = true)
  @Requirement("R84.5")
  public View one(UUID id) {
    return sql.one(
        LINE
            + """
            , c.area_code, c.version, p.id, coalesce(p.credit_code, ''), p.person, p.premises,
              p.licence, c.source, c.facts, c.basis, c.defence, c.simple, c.grave, c.hearing,
              coalesce(c.admonished_on, (select max(r.served_on) from price_reminder r
                where r.operator_id = c.operator_id)), c.outcome, c.warning, c.fine, c.confiscated, c.refund,
              c.department_name, c.filed_name, c.decision_number, c.decided_on, c.served_on,
              c.closed_on
            from market_case c join area a on a.code = c.area_code
              join operator p on p.id = c.operator_id
            where c.id = ? and a.path like any (?)
            """,
        row -> {
          var outcome = row.textOrNull(25);
          return new View(
              line(row),
              row.text(10),
              row.number(11),
              row.id(12),
              row.text(13),
              row.flag(14),
              row.text(15),
              row.text(16),
              row.text(17),
              row.text(18),
              row.text(19),
              row.text(20),
              row.flag(21),
              row.flag(22),
              row.flag(23),
              row.dateOrNull(24),
              outcome == null ? null : Outcome.valueOf(outcome),
              new Penalty(row.flag(26), row.number(27), row.number(28), row.number(29)),
              row.text(30),
              row.text(31),
              row.text(32),
              row.dateOrNull(33),
              row.dateOrNull(34),
              row.dateOrNull(35));
        },
        id,
        desk.scope().patterns());
  }

  /** What is still to be paid. */
  @Allows(right = READ, reads = true)
  public Cases.Owed owed(UUID id) {
    return cases.held(id, false).owed();
  }

  /** True if the penalty gives the party a right to a hearing. */
  @Allows(right = READ, reads = true)
  public boolean isHearable(UUID id) {
    return cases.held(id, false).facts().hearable();
  }

  /** True if whoever looks is an officer of the case. */
  @Allows(right = READ, reads = true)
  public boolean isMine(UUID id) {
    return cases.held(id, false).facts().mine();
  }

  /** What happened, the latest first. */
  @Allows(right = READ, reads = true)
  public List<Event> events(UUID id) {
    return sql.list(
        """
        select e.at, e.action, e.officer_name, e.note from case_event e
          join market_case c on c.id = e.case_id join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) order by e.at desc, e.id desc
        """,
        row -> new Event(row.instant(1), row.text(2), row.text(3), row.text(4)),
        id,
        desk.scope().patterns());
  }

  /** Its evidence, in order. */
  @Allows(right = READ, reads = true)
  public List<Piece> evidence(UUID id) {
    return sql.list(
        """
        select e.id, e.place, e.kind, e.title, e.origin, coalesce(e.sha256, ''), e.taken_at,
          e.officer_name, (select string_agg(h.holder, ' → ' order by h.at, h.id)
            from evidence_custody h where h.evidence_id = e.id)
        from case_evidence e join market_case c on c.id = e.case_id
          join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) order by e.place
        """,
        row ->
            new Piece(
                row.id(1),
                row.integer(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.instant(7),
                row.text(8),
                row.text(9)),
        id,
        desk.scope().patterns());
  }

  /** What was paid, the first one first. */
  @Allows(right = READ, reads = true)
  public List<Payment> payments(UUID id) {
    return sql.list(
        """
        select p.kind, p.amount, p.paid_on, p.receipt, p.officer_name from case_payment p
          join market_case c on c.id = p.case_id join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) order by p.paid_on, p.id
        """,
        row -> new Payment(row.text(1), row.number(2), row.date(3), row.text(4), row.text(5)),
        id,
        desk.scope().patterns());
  }

  /** Its publication, if there is or was one. */
  @Allows(right = READ, reads = true)
  public Optional<Shown> shown(UUID id) {
    return sql.first(
        """
        select b.published_on, b.until, coalesce(b.withdrawn_why, ''),
          b.withdrawn_on is null and b.until >= ?
        from case_publication b join market_case c on c.id = b.case_id
          join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        row -> new Shown(row.date(1), row.date(2), row.text(3), row.flag(4)),
        LocalDate.ofInstant(clock.instant(), Clocks.ZONE),
        id,
        desk.scope().patterns());
  }

  /** Who may be named as an officer of a case in the area. */
  @Allows(right = READ, reads = true)
  public List<Person> qualified(String area) {
    return sql.list(
        """
        select distinct o.id, o.name, d.name from officer o
          join department d on d.id = o.department_id
          join officer_role r on r.officer_id = o.id
          join role_right k on k.role_id = r.role_id and k.right_key = 'market.case'
          join area a on a.code = r.area_code
          join area s on s.code = ? and starts_with(s.path, a.path)
        where o.active order by o.name, o.id limit 100
        """,
        row -> new Person(row.id(1), row.text(2), row.text(3)),
        area);
  }
}
