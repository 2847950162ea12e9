package firstline.broadcast.live;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.TestCity;
import firstline.broadcast.programme.ProgrammeTables;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A live page straight into the tables, and officers who may speak. */
final class LiveTables {
  static final Sql SQL = ProgrammeTables.SQL;
  static final Instant NOW = ProgrammeTables.NOW;

  private LiveTables() {}

  static OfficerOnDuty officer(TestCity city) {
    var id = UUID.randomUUID();
    SQL.update(
        """
        insert into officer (id, version, username, name, department_id, area_code, created_at)
        values (?, 1, ?, '彭涛', ?, ?, now())
        """,
        id,
        id.toString(),
        city.department(),
        city.code());
    return new OfficerOnDuty(
        id,
        "peng",
        "彭涛",
        city.department(),
        "应急",
        "",
        city.code(),
        "播市",
        "zh",
        List.of(new Grant(BroadcastRights.EMERGENCY, city.code() + "/")),
        null);
  }

  /** The desk at which the officer runs a use case. */
  static Desk desk(OfficerOnDuty officer) {
    var desk = new Desk();
    desk.seat(officer);
    desk.begin(BroadcastRights.EMERGENCY);
    return desk;
  }

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
