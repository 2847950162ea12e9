package firstline.broadcast.standing;

import firstline.broadcast.emergency.OrderEmergency;
import firstline.broadcast.schedule.Plan;
import firstline.broadcast.schedule.Schedules;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts an alert that comes in on the air if a rule in force says so, within its taking in. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class StandingOrders {
  /**
   * What became of the alert.
   *
   * @param rule number of the rule; null if it was not ordered
   * @param schedule by which it is on the air; null if it was not ordered
   * @param held why it was not, if there are rules of its sender; else empty
   */
  public record Outcome(@Nullable Long rule, @Nullable UUID schedule, String held) {}

  /** Characters that are kept of an alert. */
  private static final int MOST = 4_000;

  @Inject private Schedules schedules;
  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected StandingOrders() {}

  /** For tests without a server. */
  public StandingOrders(Schedules schedules, Sql sql, Desk desk) {
    this.schedules = schedules;
    this.sql = sql;
    this.desk = desk;
  }

  /** Orders it, or says why not. */
  @Requirement({"R51.1", "R51.2", "R51.5"})
  public Outcome decide(Arrived alert, Instant now) {
    var decision = Decision.of(alert, inForce(alert.sender()), now);
    var rule = decision.rule();
    if (rule == null) {
      return new Outcome(null, null, decision.held());
    }
    if (!reaches(rule, alert.places())) {
      return new Outcome(null, null, "REACH");
    }
    var plan = plan(rule, alert, now);
    return plan.isEmpty()
        ? new Outcome(null, null, "PLAN")
        : new Outcome(
            rule.no(),
            schedules.orderByRule(plan.get(), rule.areaCode(), writer(rule), rule.no(), now),
            "");
  }

  /** None if it could not be heard so: too long for its minutes, a gap in its text. */
  private static Optional<Plan> plan(Rule rule, Arrived alert, Instant now) {
    var spoken = rule.spoken();
    // What was cut to its first characters may lack what matters.
    if (!spoken.template() && alert.text().length() >= MOST) {
      return Optional.empty();
    }
    try {
      var plan =
          OrderEmergency.plan(
              new OrderEmergency.Command(
                  alert.level(),
                  spoken.template() ? spoken.text() : alert.text(),
                  alert.places().stream().map(StandingOrders::code).toList(),
                  spoken.template()
                      ? spoken.minutes()
                      : OrderEmergency.minutes(alert.expires(), now)),
              now);
      plan.checked();
      return Optional.of(plan);
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  /**
   * Nobody's hand reaches further by a rule than without: whoever brings it must hold the right.
   */
  private boolean reaches(Rule rule, List<String> places) {
    return desk.scope().covers(rule.path()) && places.stream().allMatch(desk.scope()::covers);
  }

  private static String code(String path) {
    return path.substring(path.length() - 13, path.length() - 1);
  }

  private static OfficerOnDuty writer(Rule rule) {
    var writer = rule.writer();
    return new OfficerOnDuty(
        writer.id(),
        "",
        writer.name(),
        writer.departmentId(),
        writer.departmentName(),
        "",
        rule.areaCode(),
        "",
        "zh",
        List.of(),
        null);
  }

  private List<Rule> inForce(String sender) {
    return sql.list(
        """
        select r.no, r.area_code, a.path, r.sender, r.signer, r.event, r.least_level,
          r.template_id is not null, coalesce(t.text, ''), coalesce(t.minutes, 0), r.written_by,
          r.writer_name, r.department_id, r.department_name
        from standing_rule r join area a on a.code = r.area_code
          left join emergency_template t on t.id = r.template_id and t.removed_at is null
        where r.sender = ? and r.state = 'IN_FORCE' order by r.no for share of r
        """,
        StandingOrders::read,
        sender);
  }

  private static Rule read(Row row) throws SQLException {
    return new Rule(
        row.number(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.integer(7),
        new Rule.Spoken(row.flag(8), row.text(9), row.integer(10)),
        new Rule.Writer(row.id(11), row.text(12), row.id(13), row.text(14)));
  }
}
