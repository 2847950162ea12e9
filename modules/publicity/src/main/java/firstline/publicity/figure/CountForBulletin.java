package firstline.publicity.figure;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.Indicators;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Counts for the bulletin what became public and what was handed out, by day and area. */
@ApplicationScoped
public class CountForBulletin {
  private static final String SOURCE = "publicity.figures";

  private record Counted(String key, Indicators.Figure figure) {}

  @Inject private Sql sql;
  @Inject private Indicators indicators;

  @SuppressWarnings("NullAway.Init")
  protected CountForBulletin() {}

  /** For tests without a server. */
  CountForBulletin(Sql sql, Indicators indicators) {
    this.sql = sql;
    this.indicators = indicators;
  }

  /** Counts every day from this one on anew; how many figures there are. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R72.3")
  public int count(LocalDate since) {
    var counted =
        sql.list(
            """
            select case m.kind when 'ANIMATION' then 'publicity.animations'
                when 'FILM' then 'publicity.films' else 'publicity.posters' end,
              m.area_code, (m.published_at at time zone 'Asia/Shanghai')::date, count(*)
            from material m where m.kind in ('ANIMATION', 'FILM', 'POSTER', 'BANNER')
              and m.published_at >= ?::timestamp at time zone 'Asia/Shanghai'
            group by 1, 2, 3
            union all
            select 'publicity.leaflets', t.area_code, (t.at at time zone 'Asia/Shanghai')::date,
              sum(t.quantity)::bigint
            from movement t join print_run r on r.id = t.batch_id
              join material_version v on v.id = r.version_id
              join material m on m.id = v.material_id
            where t.kind = 'HAND_OUT' and m.kind = 'LEAFLET'
              and t.at >= ?::timestamp at time zone 'Asia/Shanghai'
            group by 2, 3
            """,
            row ->
                new Counted(
                    row.text(1), new Indicators.Figure(row.text(2), row.date(3), row.number(4))),
            since,
            since);
    for (var key :
        List.of(
            "publicity.animations", "publicity.films", "publicity.posters", "publicity.leaflets")) {
      indicators.set(
          key,
          SOURCE,
          counted.stream().filter(one -> one.key().equals(key)).map(Counted::figure).toList());
    }
    return counted.size();
  }
}
