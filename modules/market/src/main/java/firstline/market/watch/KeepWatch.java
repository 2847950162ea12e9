package firstline.market.watch;

import static firstline.market.MarketRights.PRICE_CHECK;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Prolongs a watch, or ends it before its last day. */
@ApplicationScoped
public class KeepWatch {
  static final int REASON = 500;

  /** What is done with a watch; the reason is always given. */
  public record Command(@NotNull UUID id, boolean end, @NotNull String reason) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepWatch() {}

  /** For tests without a server. */
  KeepWatch(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Ends it now, or lets it run fourteen days from today.
   *
   * @throws Refusal {@code price-watch.reason}; {@code price-watch.over} of one that has ended
   * @throws NotFound if there is no such watch within the officer's areas
   */
  @Allows(right = PRICE_CHECK)
  @Requirement("R119.4")
  public void keep(@Valid Command command) {
    var reason = PlainText.line(command.reason());
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("price-watch.reason", REASON);
    }
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    var running =
        sql.first(
                """
                select w.ended_at is null and w.until >= ? from price_watch w
                  join area a on a.code = w.area_code
                where w.id = ? and a.path like any (?) for update of w
                """,
                row -> row.flag(1),
                today,
                command.id(),
                desk.scope().patterns())
            .orElseThrow(NotFound::new);
    if (!running) {
      throw new Refusal("price-watch.over");
    }
    if (command.end()) {
      sql.update("update price_watch set ended_at = ? where id = ?", now, command.id());
    } else {
      sql.update(
          "update price_watch set until = ? where id = ?",
          today.plusDays(RaiseWatch.DAYS - 1L),
          command.id());
    }
    sql.update(
        """
        insert into price_watch_step (id, watch_id, verb, at, officer_name, said)
        values (?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        command.id(),
        command.end() ? "END" : "PROLONG",
        now,
        desk.nameInHistory(),
        reason);
  }
}
