package firstline.market.complaint;

import static firstline.market.MarketRights.HANDLE;
import static firstline.market.MarketRights.HEAD;
import static firstline.market.MarketRights.INTAKE;

import firstline.market.clock.Cause;
import firstline.market.clock.Moment;
import firstline.market.clock.Rank;
import firstline.market.routing.RoutingLists;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Does with a complaint or tip-off what the table allows, and moves its clocks. */
@ApplicationScoped
public class ActOnComplaint {
  private static final int REASON = 500;
  private static final String ACCEPTING = "complaint.accept";
  private static final String MEDIATING = "complaint.mediate";
  private static final String INFORMING = "complaint.inform";
  private static final String VERIFYING = "lead.verify";
  private static final String ANSWERING = "tipoff.answer";

  /** Actions of which nobody understands later why, unless it is written down. */
  private static final Set<Action> REASONED =
      Set.of(
          Action.RETURN,
          Action.EXTEND,
          Action.TRANSFER,
          Action.REFER,
          Action.AGREE,
          Action.INFORM,
          Action.ANSWER);

  /**
   * An action.
   *
   * @param ground one of those that the table lists; empty if it lists none
   * @param target number of the lead it goes into, or code of the department; else empty
   */
  public record Command(
      @NotNull UUID id,
      @NotNull Action action,
      @NotNull String ground,
      @NotNull String target,
      @NotNull String reason) {}

  private record Held(
      UUID id,
      Kind kind,
      State state,
      String number,
      String area,
      UUID department,
      String departmentName,
      boolean named,
      UUID home) {}

  private record Department(UUID id, String name) {}

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private RoutingLists routing;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ActOnComplaint() {}

  /** For tests without a server. */
  ActOnComplaint(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.routing = new RoutingLists(sql, desk);
    this.desk = desk;
    this.clock = clock;
  }

  /** What those who take letters in do; refused as {@link #decide} is. */
  @Allows(right = INTAKE)
  @Requirement("R82.2")
  public void sort(@Valid Command command) {
    act(command, INTAKE);
  }

  /** What those who mediate and verify do; refused as {@link #decide} is. */
  @Allows(right = HANDLE)
  @Requirement("R82.2")
  public void handle(@Valid Command command) {
    act(command, HANDLE);
  }

  /**
   * What the head decides.
   *
   * @throws Refusal {@code complaint.not-now.<action>} with the article; {@code complaint.ground},
   *     {@code complaint.reason}, {@code complaint.target}, {@code complaint.lead}; {@code term.…}
   *     and {@code clock.…} of its clocks
   */
  @Allows(right = HEAD)
  @Requirement("R82.2")
  public void decide(@Valid Command command) {
    act(command, HEAD);
  }

  private void act(Command command, String right) {
    var held = locked(command.id());
    var move = Moves.required(held.kind(), held.state(), command.action(), right);
    if (!move.grounds().isEmpty() && !move.grounds().contains(command.ground())) {
      throw new Refusal("complaint.ground");
    }
    var reason = PlainText.line(command.reason());
    var needed = REASONED.contains(command.action()) || command.ground().equals("BY_LAW");
    if (reason.length() > REASON || (needed && reason.isEmpty())) {
      throw new Refusal("complaint.reason", REASON);
    }
    sql.update(
        "update complaint set state = ?, ground = ? where id = ?",
        move.next().name(),
        move.grounds().isEmpty() ? "" : command.ground(),
        held.id());
    moveClocks(held, command.action(), reason);
    moveRecord(held, command);
    Steps.write(sql, held.id(), command.action().name(), reason, desk, clock.instant());
  }

  private Held locked(UUID id) {
    return sql.one(
        """
        select c.id, c.kind, c.state, c.number, c.area_code, c.department_id, c.department_name,
          c.named, coalesce(c.home_id, c.department_id)
        from complaint c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?) and coalesce(c.department_id = ?::uuid, true)
        for update of c
        """,
        row ->
            new Held(
                row.id(1),
                Kind.valueOf(row.text(2)),
                State.valueOf(row.text(3)),
                row.text(4),
                row.text(5),
                row.id(6),
                row.text(7),
                row.flag(8),
                row.id(9)),
        id,
        desk.scope().patterns(),
        Sight.only(desk));
  }

  @Requirement("R82.1")
  private void moveClocks(Held held, Action action, String reason) {
    var id = held.id();
    var now = Moment.of(clock.instant());
    switch (action) {
      case REQUEST_IDENTITY -> terms.suspend(id, ACCEPTING, Cause.IDENTITY, now, reason);
      case IDENTITY_GIVEN -> terms.resume(id, ACCEPTING, now);
      case ACCEPT -> {
        terms.meet(id, ACCEPTING);
        begin(held, MEDIATING);
      }
      case REJECT -> terms.meet(id, ACCEPTING);
      case AGREE, TERMINATE -> {
        terms.meet(id, MEDIATING);
        begin(held, INFORMING);
      }
      case INFORM -> terms.meet(id, INFORMING);
      case SUSPEND_TEST -> terms.suspend(id, running(held), Cause.TESTING, now, reason);
      case RESUME_TEST -> terms.resume(id, running(held), now);
      case EXTEND -> terms.extend(id, VERIFYING, Rank.HEAD, 0, now, reason);
      case FILE, NOT_FILE -> {
        terms.meet(id, VERIFYING);
        if (held.named()) {
          begin(held, ANSWERING);
        }
      }
      case TRANSFER, REFER -> terms.meet(id, VERIFYING);
      case MERGE -> terms.cancel(id, VERIFYING);
      case ANSWER -> terms.meet(id, ANSWERING);
      case MEDIATE, TRIAGE, ROUTE, RETURN, VERIFY -> {}
    }
  }

  private static String running(Held held) {
    return held.kind() == Kind.COMPLAINT ? MEDIATING : VERIFYING;
  }

  private void begin(Held held, String rule) {
    terms.begin(
        new Begin(
            held.kind().terms(),
            held.id(),
            held.number(),
            "",
            held.department(),
            held.departmentName(),
            held.area(),
            rule,
            Moment.of(clock.instant())));
  }

  private void moveRecord(Held held, Command command) {
    switch (command.action()) {
      case ROUTE -> route(held, command.target());
      case RETURN -> {
        sql.update("update complaint set returned_by = department_id where id = ?", held.id());
        hand(
            held,
            sql.one(
                "select id, name from department where id = ?",
                row -> new Department(row.id(1), row.text(2)),
                held.home()));
      }
      case MERGE -> {
        var merged =
            sql.update(
                """
                update complaint set merged_into = l.id from complaint l
                where complaint.id = ? and l.number = ? and l.kind = 'TIPOFF' and l.id <> ?
                  and l.state <> 'MERGED'
                """,
                held.id(),
                command.target(),
                held.id());
        if (merged == 0) {
          throw new Refusal("complaint.lead");
        }
      }
      case INFORM, ANSWER ->
          sql.update("update complaint set told_at = ? where id = ?", clock.instant(), held.id());
      default -> {}
    }
  }

  /** Keeps which rule proposed the department, unless somebody chose another one. */
  @Requirement("R91.10")
  private void route(Held held, String target) {
    var rule = routing.proposal(held.id()).filter(one -> one.departmentCode().equals(target));
    sql.update(
        "update complaint set routed_list = ?, routed_place = ? where id = ?",
        rule.map(RoutingLists.Proposal::list).orElse(null),
        rule.map(RoutingLists.Proposal::place).orElse(null),
        held.id());
    hand(
        held,
        sql.first(
                "select id, name from department where code = ?",
                row -> new Department(row.id(1), row.text(2)),
                target)
            .orElseThrow(() -> new Refusal("complaint.target")));
  }

  private void hand(Held held, Department to) {
    sql.update(
        "update complaint set department_id = ?, department_name = ? where id = ?",
        to.id(),
        to.name(),
        held.id());
    terms.hand(held.id(), to.id(), to.name());
  }
}
