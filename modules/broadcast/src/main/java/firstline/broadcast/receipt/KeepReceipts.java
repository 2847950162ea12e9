package firstline.broadcast.receipt;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes over batches of many speakers in one transaction: one flush of the disk for all of them.
 */
@ApplicationScoped
public class KeepReceipts {
  /** A batch and whose signature it bears. */
  public record Signed(long speaker, Batch batch) {}

  /** How far the journal has been taken over now, and why no further. */
  public record Kept(long acknowledged, Journal.Break why) {}

  /** Code of the fault that a second end of a play is. */
  public static final String SECOND_END = "SECOND_END";

  /** Code of the fault that a receipt for a play is that nobody planned. */
  public static final String UNPLANNED = "UNPLANNED";

  private record Key(long speaker, UUID journal) {}

  private record Line(Key key, Entry entry) {
    Entry.@Nullable Played played() {
      return entry.what() instanceof Entry.Played played ? played : null;
    }
  }

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepReceipts() {}

  /** For tests without a server. */
  KeepReceipts(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps what is new, in the order of the batches; answers for each of them. */
  @Allows(right = Rights.SYSTEM, ownRecord = true)
  @Requirement({"R33.1", "R33.3", "R33.4"})
  public List<Kept> keep(List<Signed> batches) {
    var now = clock.instant();
    var begun = new HashMap<Key, Instant>();
    var journals = journals(batches, begun, now);
    var before = new HashMap<>(journals);
    var lines = new ArrayList<Line>();
    var kept = new ArrayList<Kept>();
    for (var one : batches) {
      var key = new Key(one.speaker(), one.batch().journal());
      var taken = Objects.requireNonNull(journals.get(key)).take(one.batch().entries());
      journals.put(key, taken.journal());
      taken.entries().forEach(entry -> lines.add(new Line(key, entry)));
      kept.add(new Kept(taken.journal().acknowledged(), taken.why()));
    }
    records(lines, now);
    faults(lines, now);
    ends(lines, now);
    advance(journals, before);
    hearts(batches, begun, now);
    return kept;
  }

  private Map<Key, Journal> journals(List<Signed> batches, Map<Key, Instant> begun, Instant now) {
    var speakers = column(batches, one -> one.speaker());
    var ids = column(batches, one -> one.batch().journal());
    // A journal that is not there cannot be locked, and two nodes may hear of it at once.
    sql.update(
        """
        insert into speaker_journal (speaker_no, journal, acknowledged, head, begun_at)
        select distinct n::bigint, i::uuid, 0, decode(repeat('00', 32), 'hex'), ?::timestamptz
        from unnest(?::text[], ?::text[]) as asked (n, i) order by 1, 2
        on conflict do nothing
        """,
        now,
        speakers,
        ids);
    var journals = new LinkedHashMap<Key, Journal>();
    sql.list(
            """
            select j.speaker_no, j.journal, j.acknowledged, j.head, j.begun_at
            from speaker_journal j
              join (select distinct n::bigint as speaker_no, i::uuid as journal
                from unnest(?::text[], ?::text[]) as asked (n, i)) asked
                using (speaker_no, journal)
            order by j.speaker_no, j.journal for update of j
            """,
            row -> {
              var key = new Key(row.number(1), row.id(2));
              begun.put(key, row.instant(5));
              return Map.entry(key, new Journal(row.number(3), row.bytes(4)));
            },
            speakers,
            ids)
        .forEach(entry -> journals.put(entry.getKey(), entry.getValue()));
    return journals;
  }

  private void advance(Map<Key, Journal> journals, Map<Key, Journal> before) {
    sql.batch(
        "update speaker_journal set acknowledged = ?, head = ? where speaker_no = ? and journal = ?",
        journals.entrySet().stream()
            .filter(
                one ->
                    one.getValue().acknowledged()
                        > Objects.requireNonNull(before.get(one.getKey())).acknowledged())
            .map(
                one ->
                    new @Nullable Object[] {
                      one.getValue().acknowledged(),
                      one.getValue().head(),
                      one.getKey().speaker(),
                      one.getKey().journal()
                    })
            .toList());
  }

  private void records(List<Line> lines, Instant now) {
    var played = lines.stream().filter(line -> line.played() != null).toList();
    if (played.isEmpty()) {
      return;
    }
    sql.update(
        """
        insert into receipt (received_at, at, speaker_no, journal, sequence, play_no, event, heard,
          reason, hash)
        select ?, to_timestamp(at::numeric / 1000), speaker::bigint, journal::uuid,
          sequence::bigint, play::bigint, event, heard::bigint, reason, decode(hash, 'base64')
        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[]) as r (at, speaker, journal, sequence, play, event, heard, reason,
            hash)
        """,
        now,
        column(played, line -> line.entry().at().toEpochMilli()),
        column(played, line -> line.key().speaker()),
        column(played, line -> line.key().journal()),
        column(played, line -> line.entry().sequence()),
        column(played, line -> played(line).play()),
        column(played, line -> played(line).event()),
        column(played, line -> played(line).heard()),
        column(played, line -> played(line).reason()),
        column(played, line -> base64(line.entry().hash())));
  }

  private static Entry.Played played(Line line) {
    return (Entry.Played) line.entry().what();
  }

  private static String base64(byte[] bytes) {
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }

  /** The first end of a play on a speaker is its end; any other is a fault that people see. */
  private void ends(List<Line> lines, Instant now) {
    var ends =
        lines.stream()
            .filter(line -> line.played() != null && played(line).event().isEnd())
            .toList();
    if (ends.isEmpty()) {
      return;
    }
    var known = planned(ends);
    var first = new LinkedHashMap<String, Line>();
    var second = new ArrayList<Line>();
    for (var line : ends) {
      if (known.contains(played(line).play()) && first.putIfAbsent(end(line), line) != null) {
        second.add(line);
      }
    }
    var candidates = List.copyOf(first.values());
    var taken =
        new HashSet<>(
            sql.list(
                """
                insert into play_end (start, play_no, speaker_no, event, at, heard, reason)
                select o.start, o.no, speaker::bigint, event, to_timestamp(at::numeric / 1000),
                  heard::bigint, reason
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as r (play, speaker, event, at, heard, reason)
                  join occurrence o on o.no = r.play::bigint
                on conflict do nothing
                returning play_no || ' ' || speaker_no
                """,
                row -> row.text(1),
                column(candidates, line -> played(line).play()),
                column(candidates, line -> line.key().speaker()),
                column(candidates, line -> played(line).event()),
                column(candidates, line -> line.entry().at().toEpochMilli()),
                column(candidates, line -> played(line).heard()),
                column(candidates, line -> played(line).reason())));
    // Whatever was added up for these plays is to be added up again.
    sql.update(
        "insert into play_touched select distinct unnest(?::text[]::bigint[])",
        (Object) column(candidates, line -> played(line).play()));
    candidates.stream().filter(line -> !taken.contains(end(line))).forEach(second::add);
    fault(second, SECOND_END, now);
    fault(
        ends.stream().filter(line -> !known.contains(played(line).play())).toList(),
        UNPLANNED,
        now);
  }

  private static String end(Line line) {
    return played(line).play() + " " + line.key().speaker();
  }

  private Set<Long> planned(List<Line> ends) {
    return new HashSet<>(
        sql.list(
            "select no from occurrence where no = any (?::text[]::bigint[])",
            row -> row.number(1),
            (Object) column(ends, line -> played(line).play())));
  }

  private void fault(List<Line> lines, String code, Instant now) {
    insertFaults(
        lines, line -> code, line -> played(line).event() + " " + played(line).play(), now);
  }

  private void faults(List<Line> lines, Instant now) {
    insertFaults(
        lines.stream().filter(line -> line.entry().what() instanceof Entry.Fault).toList(),
        line -> ((Entry.Fault) line.entry().what()).code(),
        line -> ((Entry.Fault) line.entry().what()).detail(),
        now);
  }

  private void insertFaults(
      List<Line> lines, Function<Line, String> code, Function<Line, String> detail, Instant now) {
    if (!lines.isEmpty()) {
      sql.batch(
          """
          insert into speaker_fault (speaker_no, journal, sequence, code, at, detail, received_at)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          lines.stream()
              .map(
                  line ->
                      new @Nullable Object[] {
                        line.key().speaker(),
                        line.key().journal(),
                        line.entry().sequence(),
                        code.apply(line),
                        line.entry().at(),
                        detail.apply(line),
                        now
                      })
              .toList());
    }
  }

  private record Heart(long speaker, Instant begun, Batch.Heartbeat beat) {
    static final Comparator<Heart> NEWEST =
        Comparator.comparing(Heart::begun).thenComparing(heart -> heart.beat().count());
  }

  /** A heartbeat that comes late or again says nothing. */
  private void hearts(List<Signed> batches, Map<Key, Instant> begun, Instant now) {
    var newest = new TreeMap<Long, Heart>();
    for (var one : batches) {
      var key = new Key(one.speaker(), one.batch().journal());
      var heart =
          new Heart(one.speaker(), Objects.requireNonNull(begun.get(key)), one.batch().heartbeat());
      newest.merge(one.speaker(), heart, BinaryOperator.maxBy(Heart.NEWEST));
    }
    sql.batch(
        """
        insert into speaker_live (speaker_no, begun_at, count, seen_at, revision, clock_offset,
          trusted, state, flags, volume, free, firmware)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (speaker_no) do update set begun_at = excluded.begun_at,
          count = excluded.count, seen_at = excluded.seen_at, revision = excluded.revision,
          clock_offset = excluded.clock_offset, trusted = excluded.trusted,
          state = excluded.state, flags = excluded.flags, volume = excluded.volume,
          free = excluded.free, firmware = excluded.firmware
        where (excluded.begun_at, excluded.count) > (speaker_live.begun_at, speaker_live.count)
        """,
        newest.values().stream()
            .map(
                heart -> {
                  var beat = heart.beat();
                  return new @Nullable Object[] {
                    heart.speaker(),
                    heart.begun(),
                    beat.count(),
                    now,
                    beat.revision(),
                    beat.offset(),
                    beat.trusted(),
                    beat.state(),
                    beat.flags(),
                    beat.volume(),
                    beat.free(),
                    beat.firmware()
                  };
                })
            .toList());
  }

  private static <T> String[] column(List<T> lines, Function<T, Object> value) {
    return lines.stream().map(line -> value.apply(line).toString()).toArray(String[]::new);
  }
}
