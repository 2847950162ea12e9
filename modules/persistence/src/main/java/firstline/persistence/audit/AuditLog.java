package firstline.persistence.audit;

import firstline.persistence.audit.AuditRow.Outcome;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.job.Progress;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Writes and verifies the audit record. Called by the use-case boundary, not by use cases. */
@ApplicationScoped
public class AuditLog {
  private static final int PAGE = 5_000;

  /** What is to be recorded; names and ids, never the content of a command. */
  public record Entry(
      String officer,
      String officerName,
      String department,
      String areaCode,
      String useCase,
      String right,
      String subject,
      Outcome outcome,
      String detail) {}

  private record Head(long sequence, byte[] hash) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected AuditLog() {}

  AuditLog(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Appends a row in the running transaction. Writers queue on a lock that ends with the
   * transaction, so this is the last thing that a use case does before its commit.
   */
  public void append(Entry entry) {
    sql.list("select pg_advisory_xact_lock(4711)", row -> true);
    var head = head().orElse(new Head(0, AuditRow.ZERO));
    var row =
        new AuditRow(
                head.sequence() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                entry.officer(),
                entry.officerName(),
                entry.department(),
                entry.areaCode(),
                entry.useCase(),
                entry.right(),
                entry.subject(),
                entry.outcome(),
                entry.detail(),
                head.hash(),
                AuditRow.ZERO)
            .sealed();
    sql.update(
        "insert into audit_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.sequence(),
        row.at(),
        row.officer(),
        row.officerName(),
        row.department(),
        row.areaCode(),
        row.useCase(),
        row.right(),
        row.subject(),
        row.outcome().name(),
        row.detail(),
        row.previous(),
        row.hash());
  }

  private Optional<Head> head() {
    return sql.first(
        "select sequence, hash from audit_row order by sequence desc limit 1",
        row -> new Head(row.number(1), row.bytes(2)));
  }

  /** Verifies every row against its neighbours and against the anchors outside. */
  @Allows(right = Rights.ADMIN_AUDIT, reads = true)
  public AuditChain.Verdict verify() throws IOException {
    return verify(Progress.unseen());
  }

  /** The same, telling how many of the rows were read. */
  @Allows(right = Rights.ADMIN_AUDIT, reads = true)
  public AuditChain.Verdict verify(Progress progress) throws IOException {
    return verify(
        progress,
        Files.exists(file()) ? Files.readAllLines(file(), StandardCharsets.UTF_8) : List.of(),
        Settings.current().secret());
  }

  /**
   * A line of the anchor file that is no anchor of ours is a finding: whoever rewrites the database
   * and spoils the file must not read "whole".
   */
  @Allows(right = Rights.ADMIN_AUDIT, reads = true)
  AuditChain.Verdict verify(Progress progress, List<String> lines, String secret) {
    var anchors = lines.stream().flatMap(line -> Anchor.parse(line, secret).stream()).toList();
    var verdict = verify(progress, anchors);
    for (var i = 0; i < lines.size() && verdict.whole(); i++) {
      if (Anchor.parse(lines.get(i), secret).isEmpty()) {
        return new AuditChain.Verdict(verdict.rows(), i + 1, "anchor-file");
      }
    }
    return verdict;
  }

  private AuditChain.Verdict verify(Progress progress, List<Anchor> anchors) {
    var chain = new AuditChain(anchors, cut());
    var all = head().map(Head::sequence).orElse(0L);
    var last = 0L;
    List<AuditRow> rows;
    do {
      rows =
          sql.list(
              "select * from audit_row where sequence > ? order by sequence limit ?",
              AuditLog::row,
              last,
              PAGE);
      for (var row : rows) {
        chain.add(row);
        last = row.sequence();
      }
      progress.at(last, all);
    } while (rows.size() == PAGE);
    return chain.verdict();
  }

  private AuditChain.Cut cut() {
    var youngest = clock.instant().minus(ForgetAudit.LEAST);
    return sql.first(
            "select through, hash from audit_cut order by through desc limit 1",
            row -> new AuditChain.Cut(row.number(1), row.bytes(2), youngest))
        .orElse(AuditChain.Cut.NONE);
  }

  /**
   * Writes the head of the chain to the file outside the database and returns it. It only reads the
   * record: a row about the anchor would stand behind it, unanchored.
   */
  @Allows(right = Rights.SYSTEM, reads = true)
  public Optional<Anchor> anchor() throws IOException {
    return anchor(file(), Settings.current().secret());
  }

  @Allows(right = Rights.SYSTEM, reads = true)
  Optional<Anchor> anchor(Path file, String secret) throws IOException {
    var head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    var anchor =
        new Anchor(
            head.get().sequence(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            HexFormat.of().formatHex(head.get().hash()));
    var folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      var line = anchor.line(secret) + "\n";
      channel.write(java.nio.ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return Optional.of(anchor);
  }

  /** The anchors whose seal fits, oldest first. */
  @Allows(right = Rights.ADMIN_AUDIT, reads = true)
  public List<Anchor> anchors() throws IOException {
    if (!Files.exists(file())) {
      return List.of();
    }
    return Files.readAllLines(file(), StandardCharsets.UTF_8).stream()
        .flatMap(line -> Anchor.parse(line, Settings.current().secret()).stream())
        .toList();
  }

  private static Path file() {
    return Settings.current().home().resolve("anchors").resolve("audit.log");
  }

  static AuditRow row(Row row) throws SQLException {
    return new AuditRow(
        row.number(1),
        row.instant(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9),
        Outcome.valueOf(row.text(10)),
        row.text(11),
        row.bytes(12),
        row.bytes(13));
  }
}
