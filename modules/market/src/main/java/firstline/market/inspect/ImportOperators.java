package firstline.market.inspect;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.operator.CreditCode;
import firstline.market.operator.Operators;
import firstline.persistence.area.AreasWithin;
import firstline.persistence.database.Sql;
import firstline.persistence.imports.Choices;
import firstline.persistence.imports.Column;
import firstline.persistence.imports.TableImport;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the operators of a county's old register, with what they trade in and how closely they are
 * watched.
 */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ImportOperators implements TableImport {
  private static final int NAME = 120;
  private static final int PREMISES = 200;

  @Inject private Sql sql;
  @Inject private Operators operators;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ImportOperators() {}

  /** For tests without a server. */
  ImportOperators(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.operators = new Operators(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "operators";
  }

  @Override
  public String right() {
    return INTAKE;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.required("operator", NAME, "示例药房"),
        new Column("credit-code", false, true, 40, "91511502EXAMPLE000"),
        Column.required("area", 12, "511502101000"),
        Column.required("premises", PREMISES, "示例街 1 号"),
        Column.optional("licence", 120, "食品经营许可证 JY0000"),
        Column.required("goods", 40, "药品"),
        Column.required("risk", 40, "中"));
  }

  @Override
  @Allows(right = INTAKE, reads = true)
  @Requirement("R116.2")
  public List<Rejection> check(List<Line> lines) {
    var areas = AreasWithin.codes(sql, desk.scope());
    var codes = lines.stream().flatMap(line -> code(line).stream()).toArray(String[]::new);
    var known = new HashMap<String, String>();
    sql.list(
        "select credit_code, name from operator where credit_code = any (?)",
        row -> known.put(row.text(1), row.text(2)),
        (Object) codes);
    return lines.stream().flatMap(line -> faults(line, areas, known)).toList();
  }

  private static Stream<Rejection> faults(Line line, Set<String> areas, Map<String, String> known) {
    var faults = new ArrayList<Rejection>();
    var wrong = wrongCode(line);
    if (wrong != null) {
      faults.add(line.reject("credit-code", wrong));
    }
    var other = code(line).map(known::get).filter(name -> !name.equals(line.value("operator")));
    if (other.isPresent()) {
      faults.add(line.reject("operator", "operator.other"));
    }
    if (!areas.contains(line.value("area"))) {
      faults.add(line.reject("area", "area.mine"));
    }
    if (goods(line).isEmpty()) {
      faults.add(line.reject("goods", "operator.goods"));
    }
    if (risk(line).isEmpty()) {
      faults.add(line.reject("risk", "operator.risk"));
    }
    return faults.stream();
  }

  private static @Nullable String wrongCode(Line line) {
    return line.value("credit-code").isEmpty() || code(line).isPresent() ? null : "operator.code";
  }

  /** The code as it is kept; nothing of a person without one, or if it is no code. */
  private static Optional<String> code(Line line) {
    try {
      return line.value("credit-code").isEmpty()
          ? Optional.empty()
          : Optional.of(CreditCode.read(line.value("credit-code")));
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  private static Optional<GoodsGroup> goods(Line line) {
    return Choices.read(GoodsGroup.values(), "inspection.group.", line.value("goods"));
  }

  private static Optional<Risk> risk(Line line) {
    return Choices.read(Risk.values(), "inspection.risk.", line.value("risk"));
  }

  @Override
  @Allows(right = INTAKE)
  @Requirement({"R85.3", "R116.3"})
  public int keep(List<Line> lines, Progress progress) {
    var watched = new ArrayList<@Nullable Object[]>();
    for (var line : lines) {
      var code = line.value("credit-code");
      var id =
          operators.of(
              line.value("area"),
              new Operators.Party(
                  line.value("operator"),
                  code.isEmpty(),
                  code,
                  line.value("premises"),
                  line.value("licence")));
      watched.add(
          new Object[] {
            id,
            goods(line).orElseThrow().name(),
            risk(line).orElseThrow().name(),
            clock.instant(),
            desk.officer().name()
          });
      progress.at(watched.size(), lines.size());
    }
    sql.batch(
        """
        insert into operator_supervision (operator_id, goods_group, risk, changed_at, officer_name)
        values (?, ?, ?, ?, ?)
        on conflict (operator_id) do update set goods_group = excluded.goods_group,
          risk = excluded.risk, changed_at = excluded.changed_at,
          officer_name = excluded.officer_name
        """,
        watched);
    return watched.size();
  }
}
