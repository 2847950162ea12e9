package firstline.market.complaint;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.clock.Moment;
import firstline.market.complaint.Letter.Channel;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a letter in: a complaint, a tip-off, or both. */
@ApplicationScoped
public class TakeInLetter {
  /**
   * A letter.
   *
   * @param complaint and {@code tipoff}: what it is; one at least
   * @param area 12 digits, where it happened
   * @param contact name and how to reach them; empty for a tip-off without a name
   */
  public record Command(
      boolean complaint,
      boolean tipoff,
      @NotNull String area,
      @NotNull String channel,
      @NotNull String operator,
      @NotNull String place,
      @NotNull String goods,
      @NotNull String facts,
      @NotNull String contact) {
    @Override
    public String toString() {
      return "a letter";
    }
  }

  private Supplier<String> secret = () -> Settings.current().secret();

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeInLetter() {}

  /** For tests without a server. */
  TakeInLetter(Sql sql, Desk desk, Clock clock, String secret) {
    this.secret = () -> secret;
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The id of the complaint, or of the tip-off if it is only that.
   *
   * @throws Refusal {@code complaint.kind}, {@code .area}, {@code .channel}, {@code .operator},
   *     {@code .goods}, {@code .place}, {@code .facts}, {@code .contact}; {@code .named} for a
   *     complaint without a name
   */
  @Allows(right = INTAKE)
  @Requirement({"R82.1", "R82.3"})
  public UUID takeIn(@Valid Command command) {
    if (!command.complaint() && !command.tipoff()) {
      throw new Refusal("complaint.kind");
    }
    requireArea(command.area());
    var letter =
        new Letter(
                command.area(),
                channel(command.channel()),
                command.operator(),
                command.place(),
                command.goods(),
                command.facts(),
                command.contact())
            .checked();
    if (command.complaint() && letter.contact().isEmpty()) {
      throw new Refusal("complaint.named");
    }
    if (!command.complaint()) {
      return kept(Kind.TIPOFF, letter);
    }
    var complaint = kept(Kind.COMPLAINT, letter);
    if (command.tipoff()) {
      var tipoff = kept(Kind.TIPOFF, letter);
      sql.update(
          "insert into complaint_letter (complaint_id, tipoff_id) values (?, ?)",
          complaint,
          tipoff);
    }
    return complaint;
  }

  private void requireArea(String area) {
    var path = sql.first("select path from area where code = ?", row -> row.text(1), area);
    if (path.filter(desk.scope()::covers).isEmpty()) {
      throw new Refusal("complaint.area");
    }
  }

  private static Channel channel(String typed) {
    for (var channel : Channel.values()) {
      if (channel.name().equals(typed)) {
        return channel;
      }
    }
    throw new Refusal("complaint.channel");
  }

  private UUID kept(Kind kind, Letter letter) {
    var officer = desk.officer();
    var id = Ids.next();
    var number = numbering.next("market-" + kind.name(), kind.prefix(), 4, 1).get(0);
    sql.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, received_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)
        """,
        id,
        kind.name(),
        number,
        letter.area(),
        officer.departmentId(),
        officer.departmentName(),
        letter.channel().name(),
        letter.operator(),
        letter.place(),
        letter.goods(),
        letter.facts(),
        !letter.contact().isEmpty(),
        clock.instant());
    if (!letter.contact().isEmpty()) {
      sql.update(
          "insert into complaint_identity (complaint_id, sealed) values (?, ?)",
          id,
          Identities.sealed(secret.get(), letter.contact()));
    }
    sql.update(
        """
        insert into complaint_step (complaint_id, action, state, officer_name, department_name, at)
        values (?, 'TAKE_IN', 'RECEIVED', ?, ?, ?)
        """,
        id,
        officer.name(),
        officer.departmentName(),
        clock.instant());
    terms.begin(
        new Begin(
            kind.terms(),
            id,
            number,
            "",
            officer.departmentId(),
            officer.departmentName(),
            letter.area(),
            kind == Kind.COMPLAINT ? "complaint.accept" : "lead.verify",
            Moment.of(clock.instant())));
    return id;
  }
}
