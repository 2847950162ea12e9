package firstline.broadcast.sample;

import firstline.broadcast.fleet.EnrolCode;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hangs the sample's speakers up in villages all over the city and enrols them, in six statements:
 * one by one, as people do it, a thousand would keep the first start waiting for ten seconds.
 */
@ApplicationScoped
public class EnrolFleet {
  private static final List<String> PLACES =
      List.of("村委会楼顶", "文化广场", "卫生室旁", "村小学门口", "便民服务中心", "老年活动室外");
  private static final List<String> CHANNELS = List.of("IP", "IP", "MOBILE", "IP", "RADIO");

  private record Village(String code, UUID audience) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected EnrolFleet() {}

  /** For tests without a server. */
  EnrolFleet(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Enrols a speaker for each key.
   *
   * @param codesUntil until when their codes hold
   */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R43.1")
  public List<FleetFolder.Member> enrol(List<FleetFolder.Key> keys, Instant codesUntil) {
    var now = clock.instant();
    var villages = villages(keys.size());
    var speakers = new ArrayList<@Nullable Object[]>();
    var codes = new ArrayList<@Nullable Object[]>();
    var members = new ArrayList<FleetFolder.Member>();
    for (var i = 0; i < keys.size(); i++) {
      var key = keys.get(i);
      var village = villages.get(i % villages.size());
      var id = Ids.next();
      var code = EnrolCode.fresh();
      speakers.add(
          new @Nullable Object[] {
            id,
            village.code(),
            key.serial(),
            PLACES.get(i * 7 % PLACES.size()),
            CHANNELS.get(i * 3 % CHANNELS.size()),
            60 + i * 11 % 31,
            village.audience(),
            key.publicKey(),
            now,
            now
          });
      codes.add(new @Nullable Object[] {EnrolCode.hash(code), id, codesUntil});
      members.add(new FleetFolder.Member(key.serial(), village.audience(), code));
    }
    sql.batch(
        """
        insert into speaker (id, version, area_code, serial, place, model, channel, volume,
          audience_id, state, public_key, registered_at, enrolled_at)
        values (?, 1, ?, ?, ?, 'FL-100', ?, ?, ?, 'ENROLLED', ?, ?, ?)
        """,
        speakers);
    sql.batch("insert into enrol_code (hash, speaker_id, expires_at) values (?, ?, ?)", codes);
    sql.update(
        """
        insert into speaker_stay (speaker_no, audience_id, since)
        select no, audience_id, enrolled_at from speaker s
        where state = 'ENROLLED'
          and not exists (select 1 from speaker_stay y where y.speaker_no = s.no)
        """);
    return members;
  }

  /** Drawn by their codes, the same ones each time: all counties, in proportion. */
  private List<Village> villages(int most) {
    var codes =
        sql.list(
            "select code from area where level = 'VILLAGE' order by md5(code) limit ?",
            row -> row.text(1),
            most);
    sql.batch(
        "insert into audience (id, area_code) values (?, ?) on conflict do nothing",
        codes.stream().map(code -> new @Nullable Object[] {Ids.next(), code}).toList());
    var audiences = new HashMap<String, UUID>();
    sql.list(
        "select area_code, id from audience where groups = ''",
        row -> audiences.put(row.text(1), row.id(2)));
    var villages = new ArrayList<Village>();
    for (var code : codes) {
      villages.add(new Village(code, audiences.getOrDefault(code, new UUID(0, 0))));
    }
    return villages;
  }
}
