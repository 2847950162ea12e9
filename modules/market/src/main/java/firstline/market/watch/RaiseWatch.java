package firstline.market.watch;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Puts goods under watch where a rumour calls them short. */
@ApplicationScoped
public class RaiseWatch {
  /** So many days, today among them, are looked at after the last talk. */
  static final int DAYS = 14;

  /** The rumour; text is what goes round. */
  public record Command(
      @NotNull UUID rumour,
      @NotNull String number,
      @NotNull String area,
      @NotNull String title,
      @NotNull String text) {}

  private record Priced(UUID id, ShortageTalk.Goods goods) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected RaiseWatch() {}

  /** For tests without a server. */
  RaiseWatch(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Raises or prolongs a watch for each of the goods and counties; of other talk, none. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R119.1")
  public void raise(@Valid Command command) {
    var priced =
        sql.list(
            "select id, name, goods_group from price_goods",
            row -> new Priced(row.id(1), new ShortageTalk.Goods(row.text(2), row.text(3))));
    var named = ShortageTalk.among(command.text(), priced, Priced::goods);
    if (named.isEmpty()) {
      return;
    }
    for (var county : counties(command.area())) {
      for (var goods : named) {
        watch(command, county, goods.id());
      }
    }
  }

  /** The county it lies in; of a city's rumour, its counties in which prices are collected. */
  private List<String> counties(String area) {
    return sql.list(
        """
        select c.code from area c, area r
        where r.code = ? and c.level = 'COUNTY' and (starts_with(r.path, c.path)
          or starts_with(c.path, r.path) and exists (select 1 from price_point p
            join area a on a.code = p.area_code where starts_with(a.path, c.path)))
        order by c.code
        """,
        row -> row.text(1),
        area);
  }

  private void watch(Command command, String county, UUID goods) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, Clocks.ZONE);
    sql.update(
        """
        update price_watch set ended_at = ?
        where area_code = ? and goods_id = ? and ended_at is null and until < ?
        """,
        now,
        county,
        goods,
        today);
    var id =
        sql.one(
            """
            insert into price_watch (id, area_code, goods_id, since, until, raised_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (area_code, goods_id) where ended_at is null
              do update set until = greatest(price_watch.until, excluded.until)
            returning id
            """,
            row -> row.id(1),
            Ids.next(),
            county,
            goods,
            today,
            today.plusDays(DAYS - 1L),
            now);
    sql.update(
        """
        insert into price_watch_step (id, watch_id, verb, at, officer_name, rumour_id, said)
        select ?, ?, 'TALK', ?, '', ?, ?
        where not exists (select 1 from price_watch_step where watch_id = ? and rumour_id = ?)
        """,
        Ids.next(),
        id,
        now,
        command.rumour(),
        command.number() + ' ' + command.title(),
        id,
        command.rumour());
  }
}
