package firstline.broadcast.receipt;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A city's speakers and plays, and what the tables have of their receipts. */
final class ReceiptTables {
  static final Instant NOW = Instant.parse("2026-11-25T01:30:00Z");
  static final Sql SQL = TestDatabase.keptOwner();
  private static final TestCity CITY = TestCity.found(SQL, "952101");
  static final List<Long> PLAYS = plays();
  private static int terminals;

  private ReceiptTables() {}

  private static List<Long> plays() {
    var schedule =
        CITY.schedule(CITY.code(), "ROUTINE", 0, "2026-11-25T06:30:00", "FREQ=DAILY", NOW);
    return CITY.occurrences(schedule, NOW, 40);
  }

  /** A speaker that has not handed in anything. */
  static Terminal fresh() {
    return CITY.speaker("KR-" + terminals++, CITY.code());
  }

  /** Keeps the batches in one transaction, as the application's role. */
  static List<KeepReceipts.Kept> keep(Clock clock, List<KeepReceipts.Signed> batches) {
    return TestDatabase.inTransaction(sql -> new KeepReceipts(sql, clock).keep(batches));
  }

  /** What the database has of the speakers: everything that could be counted. */
  static List<String> stored(List<Terminal> speakers) {
    var numbers = speakers.stream().map(one -> Long.toString(one.no())).toArray(String[]::new);
    var all = new ArrayList<String>();
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'receipt', speaker_no, journal, sequence, play_no, event, at,
              heard, reason, encode(hash, 'hex'), received_at)
            from receipt where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'end', start, play_no, speaker_no, event, at, heard, reason)
            from play_end where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'fault', speaker_no, journal, sequence, code, at, detail,
              received_at)
            from speaker_fault where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    all.addAll(
        SQL.list(
            """
            select concat_ws(' ', 'journal', speaker_no, journal, acknowledged,
              encode(head, 'hex'), begun_at)
            from speaker_journal where speaker_no = any (?::text[]::bigint[]) order by 1
            """,
            row -> row.text(1),
            (Object) numbers));
    return all;
  }

  static List<String> ends(Terminal terminal) {
    return SQL.list(
        """
            select play_no || ' ' || event || ' ' || heard || ' ' || reason from play_end
            where speaker_no = ? order by play_no
            """,
        row -> row.text(1),
        terminal.no());
  }

  static List<String> faults(Terminal terminal) {
    return SQL.list(
        """
            select sequence || ' ' || code || ' ' || detail from speaker_fault
            where speaker_no = ? order by sequence
            """,
        row -> row.text(1),
        terminal.no());
  }
}
