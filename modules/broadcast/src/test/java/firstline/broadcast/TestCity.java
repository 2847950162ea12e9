package firstline.broadcast;

import firstline.broadcast.signature.Ed25519;
import firstline.persistence.database.Sql;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A city with areas, speakers and schedules, straight into the tables; each test has its own. */
public record TestCity(Sql sql, String code, UUID department) {
  /** An enrolled speaker and its key. */
  public record Terminal(long no, UUID id, String serial, UUID audience, KeyPair keys) {
    /** The signature over the text, as it travels. */
    public String signature(String text) {
      return signed(keys, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Founds it under the six digits. */
  public static TestCity found(Sql sql, String digits) {
    var code = digits + "000000";
    var department = UUID.randomUUID();
    sql.update(
        "insert into area (code, parent, level, name, path) values (?, null, 'CITY', '播市', ?)",
        code,
        code + "/");
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, ?, '广电', ?)",
        department,
        "B" + digits,
        code);
    return new TestCity(sql, code, department);
  }

  /** An area below another of the city; its code. */
  public String area(String parent, String child, String level) {
    sql.update(
        """
        insert into area (code, parent, level, name, path)
        select ?, code, ?, ?, path || ? || '/' from area where code = ?
        """,
        child,
        level,
        "区" + child,
        child,
        parent);
    return child;
  }

  /** The audience of the area and groups, made if it is not there. */
  public UUID audience(String area, UUID... groups) {
    var sorted =
        Arrays.stream(groups).map(UUID::toString).sorted().collect(Collectors.joining(" "));
    sql.update(
        "insert into audience (id, area_code, groups) values (?, ?, ?) on conflict do nothing",
        UUID.randomUUID(),
        area,
        sorted);
    return sql.one(
        "select id from audience where area_code = ? and groups = ?",
        row -> row.id(1),
        area,
        sorted);
  }

  /** An enrolled speaker of the area and groups. */
  public Terminal speaker(String serial, String area, UUID... groups) {
    var id = UUID.randomUUID();
    var keys = keys();
    var audience = audience(area, groups);
    sql.update(
        """
        insert into speaker (id, version, area_code, serial, place, channel, groups, audience_id,
          state, public_key, registered_at, enrolled_at)
        select ?, 1, a.area_code, ?, '村委会', 'IP', a.groups, a.id, 'ENROLLED', ?, now(), now()
        from audience a where a.id = ?
        """,
        id,
        serial,
        raw(keys),
        audience);
    var no = sql.one("select no from speaker where id = ?", row -> row.number(1), id);
    return new Terminal(no, id, serial, audience, keys);
  }

  /** Takes the speaker down. */
  public void retire(Terminal speaker) {
    sql.update(
        "update speaker set state = 'RETIRED', retired_at = now() where id = ?", speaker.id());
  }

  /** A text to be heard. */
  public UUID item(String text) {
    var id = UUID.randomUUID();
    sql.update(
        "insert into item (id, tone, language, text) values (?, 'CHIME', 'zh', ?)", id, text);
    return id;
  }

  /** An approved schedule without targets: a minute long, in a slot of five. */
  public UUID schedule(
      String area, String kind, int level, String dtstart, String rrule, Instant approved) {
    var id = UUID.randomUUID();
    sql.update(
        """
        insert into schedule (id, version, area_code, department_id, department_name, number, title,
          kind, level, item_id, state, dtstart, timezone, rrule, length, slot, tolerance,
          preemption, volume, hash, drafted_at, approved_at)
        values (?, 1, ?, ?, '广电', ?, '通知', ?, ?, ?, 'APPROVED', ?, 'Asia/Shanghai', ?, 60000,
          300000, 120000, 'RESUME', 70, repeat('0', 64), ?, ?)
        """,
        id,
        area,
        department,
        id.toString(),
        kind,
        level,
        item("请注意防火"),
        dtstart,
        rrule,
        approved,
        approved);
    return id;
  }

  /** Includes an area or a group, or leaves it out. */
  public void target(UUID schedule, boolean included, String kind, String target) {
    sql.update(
        "insert into schedule_target (schedule_id, included, kind, target) values (?, ?, ?, ?)",
        schedule,
        included,
        kind,
        target);
  }

  /** Withdraws the schedule, and with it every play that is not over. */
  public void withdraw(UUID schedule, Instant now) {
    sql.update(
        """
        update schedule set state = 'WITHDRAWN', withdrawn_at = ?, version = version + 1
        where id = ?
        """,
        now,
        schedule);
    sql.update(
        """
        update occurrence set withdrawn_at = ?
        where schedule_id = ? and start + interval '5 minutes' > ?
        """,
        now,
        schedule,
        now);
  }

  /** A planned play of the schedule; its number. */
  public long occurrence(UUID schedule, Instant start) {
    return sql.list(
            "insert into occurrence (schedule_id, start) values (?, ?) returning no",
            row -> row.number(1),
            schedule,
            start)
        .get(0);
  }

  /** Plays of the schedule, one a minute. */
  public List<Long> occurrences(UUID schedule, Instant first, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> occurrence(schedule, first.plusSeconds(60L * i)))
        .toList();
  }

  /** A fresh pair of keys. */
  public static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The 32 bytes of the public key: the last of its X.509 form (RFC 8410, §4). */
  public static byte[] raw(KeyPair keys) {
    var encoded = keys.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - Ed25519.KEY, encoded.length);
  }

  /** The signature of the message, as it travels. */
  public static String signed(KeyPair keys, byte[] message) {
    try {
      var signing = Signature.getInstance("Ed25519");
      signing.initSign(keys.getPrivate());
      signing.update(message);
      return Ed25519.text(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
