package firstline.broadcast.live;

import firstline.broadcast.TestCity;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.database.Sql;
import firstline.persistence.right.OfficerOnDuty;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A live page straight into the tables, and officers who may speak. */
final class LiveTables {
  static final Sql SQL = ProgrammeTables.SQL;
  static final Instant NOW = ProgrammeTables.NOW;

  private LiveTables() {}

  /** A live schedule for all of the city from {@link #NOW} on. */
  static UUID schedule(TestCity city) {
    var schedule = city.schedule(city.code(), "LIVE", 0, "2026-11-25T09:30:00", "", NOW);
    city.target(schedule, true, "AREA", city.code());
    return schedule;
  }

  /** Its stream, which is to last five minutes. */
  static UUID stream(TestCity city, UUID schedule, OfficerOnDuty officer) {
    var stream = UUID.randomUUID();
    SQL.update(
        """
        insert into live_stream (id, schedule_id, area_code, officer_id, officer_name, begun_at,
          until)
        values (?, ?, ?, ?, '彭涛', ?, ?)
        """,
        stream,
        schedule,
        city.code(),
        officer.id(),
        NOW,
        NOW.plus(Duration.ofMinutes(5)));
    return stream;
  }

  static String ended(UUID stream) {
    return SQL.one(
        "select coalesce(ended_by, '') from live_stream where id = ?", row -> row.text(1), stream);
  }
}
