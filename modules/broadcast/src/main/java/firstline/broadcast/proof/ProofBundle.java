package firstline.broadcast.proof;

import static firstline.broadcast.BroadcastRights.READ;

import firstline.broadcast.signature.Ed25519;
import firstline.broadcast.signature.ServerKey;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.tabular.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything that proves a play, to take along: what was approved by whom, which speakers were to
 * play it, every receipt of it, signed as a whole. {@code firstline.speaker.proof.Verify} checks it
 * without a server.
 *
 * <p>A ZIP of {@code proof.json} (canonical, RFC 8785, signed by the server's key), {@code
 * speakers.csv} and {@code receipts.csv} (RFC 4180), whose SHA-256 stand in the first.
 */
@ApplicationScoped
public class ProofBundle {
  private static final List<String> SPEAKERS =
      List.of("serial", "publicKey", "area", "place", "end");
  private static final List<String> RECEIPTS =
      List.of(
          "serial", "journal", "sequence", "event", "at", "heard", "reason", "hash", "received");

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private ServerKey key;
  @Inject private Clock clock;
  @Inject private ProofQueries queries;

  @SuppressWarnings("NullAway.Init")
  protected ProofBundle() {}

  /** For tests without a server. */
  public ProofBundle(Sql sql, Desk desk, ServerKey key, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.key = key;
    this.clock = clock;
    this.queries = new ProofQueries(sql, desk, clock);
  }

  /**
   * The bundle of an occurrence, of the speakers within the officer's areas.
   *
   * @throws NotFound if it concerns none of them
   */
  @Allows(right = READ, reads = true)
  @Requirement("R47.1")
  public byte[] of(long no) throws IOException {
    var play = queries.one(no).stream().findFirst().orElseThrow(NotFound::new);
    var speakers = table(SPEAKERS, speakers(no));
    var receipts = table(RECEIPTS, receipts(no));
    var proof = new HashMap<String, Object>(approved(play.schedule()));
    proof.put("version", 1);
    proof.put("play", Long.toString(no));
    proof.put("start", play.start().toEpochMilli());
    proof.put("withdrawn", play.withdrawn());
    proof.put("made", clock.instant().toEpochMilli());
    proof.put("scope", List.of(desk.scope().patterns()));
    proof.put("identity", identity(play.identity()));
    proof.put("decisions", decisions(play.schedule()));
    proof.put("steps", steps(play.schedule()));
    proof.put("serverKey", key.publicKey());
    proof.put(
        "files",
        List.of(
            Map.of("name", "speakers.csv", "sha256", Sha256.hex(speakers)),
            Map.of("name", "receipts.csv", "sha256", Sha256.hex(receipts))));
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      put(zip, "proof.json", key.signed(proof));
      put(zip, "speakers.csv", speakers);
      put(zip, "receipts.csv", receipts);
    }
    return out.toByteArray();
  }

  private static Map<String, Object> identity(Identity identity) {
    var said = new HashMap<String, Object>();
    said.put("planned", identity.planned());
    identity.parts().forEach(part -> said.put(part.end(), part.count()));
    return said;
  }

  private Map<String, Object> approved(UUID schedule) {
    return sql.one(
        """
        select s.number, s.title, s.kind, s.level, s.hash, s.department_name, i.tone, i.language,
          i.text, s.slot, s.tolerance, s.volume, s.approved_at
        from schedule s join item i on i.id = s.item_id where s.id = ?
        """,
        row -> {
          var said = new HashMap<String, Object>();
          said.put("number", row.text(1));
          said.put("title", row.text(2));
          said.put("kind", row.text(3));
          said.put("level", row.integer(4));
          said.put("hash", row.text(5));
          said.put("department", row.text(6));
          said.put("tone", row.text(7));
          said.put("language", row.text(8));
          said.put("text", row.text(9));
          said.put("slot", row.number(10));
          said.put("tolerance", row.number(11));
          said.put("volume", row.integer(12));
          said.put("approved", millis(row.instantOrNull(13)));
          return said;
        },
        schedule);
  }

  private static long millis(@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? 0 : at.toEpochMilli();
  }

  private List<Map<String, Object>> decisions(UUID schedule) {
    return sql.list(
        """
        select d.name, d.department, d.verdict, d.hash, d.reason, d.at
        from review_decision d join review r on r.id = d.review_id
        where r.subject_id = ? order by d.at
        """,
        row ->
            Map.<String, Object>of(
                "name", row.text(1),
                "department", row.text(2),
                "verdict", row.text(3),
                "hash", row.text(4),
                "reason", row.text(5),
                "at", row.instant(6).toEpochMilli()),
        schedule);
  }

  private List<Map<String, Object>> steps(UUID schedule) {
    return sql.list(
        """
        select verb, state, at, officer_name, department_name, reason from schedule_step
        where schedule_id = ? order by at, id
        """,
        row ->
            Map.<String, Object>of(
                "verb", row.text(1),
                "state", row.text(2),
                "at", row.instant(3).toEpochMilli(),
                "officer", row.text(4),
                "department", row.text(5),
                "reason", row.text(6)),
        schedule);
  }

  private List<List<String>> speakers(long no) {
    return sql.list(
        """
        select s.serial, s.public_key, p.area_code, s.place, coalesce(e.event, 'UNKNOWN')
        from planned_play p join speaker s on s.no = p.speaker_no
          join area a on a.code = p.area_code and a.path like any (?)
          left join lateral (select x.event from play_end x where x.start = p.start
            and x.play_no = p.play_no and x.speaker_no = p.speaker_no offset 0) e on true
        where p.play_no = ? order by s.serial
        """,
        row ->
            List.of(row.text(1), Ed25519.text(row.bytes(2)), row.text(3), row.text(4), row.text(5)),
        desk.scope().patterns(),
        no);
  }

  /** In the order in which they were taken over. */
  private List<List<String>> receipts(long no) {
    return sql.list(
        """
        select s.serial, r.journal, r.sequence, r.event, r.at, r.heard, r.reason, r.hash,
          r.received_at
        from receipt r join speaker s on s.no = r.speaker_no
        where r.play_no = ? and r.speaker_no in (
          select p.speaker_no from planned_play p
            join area a on a.code = p.area_code and a.path like any (?) where p.play_no = ?)
        order by s.serial, r.received_at, r.journal, r.sequence
        """,
        ProofBundle::receipt,
        no,
        desk.scope().patterns(),
        no);
  }

  private static List<String> receipt(Row row) throws SQLException {
    return List.of(
        row.text(1),
        row.id(2).toString(),
        Long.toString(row.number(3)),
        row.text(4),
        Long.toString(row.instant(5).toEpochMilli()),
        Long.toString(row.number(6)),
        row.text(7),
        Ed25519.text(row.bytes(8)),
        Long.toString(row.instant(9).toEpochMilli()));
  }

  private static byte[] table(List<String> titles, List<List<String>> lines) throws IOException {
    var text = new StringBuilder();
    var csv = new CsvWriter(text);
    csv.line(titles);
    for (var line : lines) {
      csv.line(line);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
