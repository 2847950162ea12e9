package firstline.market.casefile;

import firstline.market.MarketRights;
import firstline.market.complaint.Sight;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.trail.Stop;
import firstline.persistence.trail.Stop.Mood;
import firstline.persistence.trail.TrailContribution;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a lead to its case, and to the typical case that is told: never who sent a letter. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class CaseTrail implements TrailContribution {
  private static final String CASES =
      """
      select c.number, c.source, c.title, c.state, c.id, c.filed_at
      from market_case c join area a on a.code = c.area_code
      """;
  private static final String TYPICALS =
      """
      select c.decision_number, c.number, t.title, t.published_at, t.ended_at is not null, c.id
      from typical_case t join market_case c on c.id = t.case_id
        join area a on a.code = c.area_code
      """;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Words words;

  @SuppressWarnings("NullAway.Init")
  protected CaseTrail() {}

  /** For tests without a server. */
  CaseTrail(Sql sql, Desk desk, Words words) {
    this.sql = sql;
    this.desk = desk;
    this.words = words;
  }

  @Override
  @Requirement("R107.1")
  public Optional<Stop> stop(String key) {
    var keys = List.of(key);
    return Stream.of(leads(keys), cases(keys), typicals(keys)).flatMap(List::stream).findFirst();
  }

  @Override
  @Requirement({"R107.1", "R107.2"})
  public List<Stop> after(List<String> keys) {
    return Stream.of(casesOf(keys), typicalsOf(keys)).flatMap(List::stream).toList();
  }

  /** Nothing for whoever may not look into this house. */
  private String[] seen() {
    return desk.officer().scope(MarketRights.READ).patterns();
  }

  /** The leads of the numbers. */
  private List<Stop> leads(List<String> numbers) {
    return sql.list(
        """
        select c.number, c.operator, c.goods, c.state, c.id, c.received_at
        from complaint c join area a on a.code = c.area_code
        where c.number = any (?) and c.kind = 'TIPOFF' and a.path like any (?)
          and coalesce(c.department_id = ?::uuid, true)
        """,
        row ->
            new Stop(
                row.text(1),
                "",
                "LEAD",
                row.text(1) + " " + row.text(2) + " " + row.text(3),
                Mood.DONE,
                words.get("complaint.state." + row.text(4)),
                "/console/market/complaint?id=" + row.id(5),
                row.instantOrNull(6)),
        numbers.toArray(String[]::new),
        seen(),
        Sight.only(desk));
  }

  /** The cases of the numbers. */
  private List<Stop> cases(List<String> numbers) {
    return sql.list(
        CASES + "where c.number = any (?) and a.path like any (?)",
        this::ofCase,
        numbers.toArray(String[]::new),
        seen());
  }

  /** The cases that came of the leads of the numbers. */
  private List<Stop> casesOf(List<String> leads) {
    return sql.list(
        CASES + "where c.source = any (?) and c.source <> '' and a.path like any (?)",
        this::ofCase,
        leads.toArray(String[]::new),
        seen());
  }

  private Stop ofCase(Row row) throws SQLException {
    return new Stop(
        row.text(1),
        row.text(2),
        "CASE",
        row.text(1) + " " + row.text(3),
        Mood.DONE,
        words.get("case.state." + row.text(4)),
        "/console/market/case?id=" + row.id(5),
        row.instantOrNull(6));
  }

  /** The typical cases of the decisions of the numbers. */
  private List<Stop> typicals(List<String> decisions) {
    return sql.list(
        TYPICALS + "where c.decision_number = any (?) and a.path like any (?)",
        this::typical,
        decisions.toArray(String[]::new),
        seen());
  }

  /** The typical cases that tell of the cases of the numbers. */
  private List<Stop> typicalsOf(List<String> cases) {
    return sql.list(
        TYPICALS + "where c.number = any (?) and a.path like any (?)",
        this::typical,
        cases.toArray(String[]::new),
        seen());
  }

  private Stop typical(Row row) throws SQLException {
    var at = row.instantOrNull(4);
    var shown = at == null ? Mood.WAITING : Mood.DONE;
    var mood = row.flag(5) ? Mood.GONE : shown;
    return new Stop(
        row.text(1),
        row.text(2),
        "TYPICAL_CASE",
        row.text(3),
        mood,
        words.get("trail.mood." + mood),
        "/console/market/typical-case?id=" + row.id(6),
        at);
  }
}
