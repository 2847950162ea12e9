package firstline.console.admin.health;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database tells of the server's health. */
@ApplicationScoped
public class HealthQueries {
  /**
   * Duties of the outbox that are not done.
   *
   * @param open waiting or running
   * @param oldest when the oldest of them was added; null without any
   * @param dead duties that wait for a decision
   */
  public record Backlog(long open, @Nullable Instant oldest, long dead) {}

  /** The last migration of a module; its name is that of its history table without the prefix. */
  public record Migration(String module, String version, String description, String day) {}

  @Inject private Sql sql;

  /** The database's own description of itself. */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public String version() {
    return sql.one("select version()", row -> row.text(1));
  }

  /** Returns if the database answers; asked by the server's own readiness check. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public boolean reachable() {
    return sql.one("select 1", row -> row.integer(1)) == 1;
  }

  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public Backlog backlog() {
    return sql.one(
        """
        select count(*) filter (where d.state in ('WAITING', 'RUNNING')),
          min(e.created_at) filter (where d.state in ('WAITING', 'RUNNING')),
          count(*) filter (where d.state = 'DEAD')
        from outbox_delivery d join outbox_event e on e.id = d.event_id
        where d.state in ('WAITING', 'RUNNING', 'DEAD')
        """,
        row -> new Backlog(row.number(1), row.instantOrNull(2), row.number(3)));
  }

  /**
   * One statement for every module: PostgreSQL quotes the names of the history tables itself, so
   * that no name is joined into a statement here.
   */
  @Allows(right = Rights.ADMIN_SYSTEM, reads = true)
  public List<Migration> migrations() {
    return sql.list(
        """
        select substr(t.tablename, 8),
          coalesce((xpath('/table/row/version/text()', x.rows))[1]::text, ''),
          coalesce((xpath('/table/row/description/text()', x.rows))[1]::text, ''),
          coalesce((xpath('/table/row/day/text()', x.rows))[1]::text, '')
        from pg_tables t
        cross join lateral (select query_to_xml(format(
          'select version, description, installed_on::date as day from %I.%I'
          ' where success order by installed_rank desc limit 1',
          t.schemaname, t.tablename), false, false, '') as rows) x
        where t.tablename like 'flyway\\_%'
        order by 1
        """,
        row -> new Migration(row.text(1), row.text(2), row.text(3), row.text(4)));
  }
}
