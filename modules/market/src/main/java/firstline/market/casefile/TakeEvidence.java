package firstline.market.casefile;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.file.OpenFile;
import firstline.persistence.file.OpenedFile;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes evidence to the file of a case, and writes down who has it in hand. */
@ApplicationScoped
public class TakeEvidence {
  static final int TITLE = 120;
  static final int ORIGIN = 200;
  private static final long BYTES = 50L << 20;
  private static final FileLimits LIMITS =
      new FileLimits(
          Set.of("image/jpeg", "image/png", "application/pdf", "audio/mpeg", "video/mp4"),
          BYTES,
          100_000_000);

  /** The eight kinds (程序规定 art. 23). Words: {@code case.evidence.<name>}. */
  public enum Kind {
    DOCUMENT,
    OBJECT,
    RECORDING,
    DATA,
    WITNESS,
    PARTY,
    EXPERT,
    RECORD
  }

  /**
   * A piece of evidence.
   *
   * @param origin where and from whom it was taken
   * @param content its file, closed by the caller; null of an object that lies in the store
   */
  public record Command(
      @NotNull UUID id,
      @NotNull Kind kind,
      @NotNull String title,
      @NotNull String origin,
      @Nullable InputStream content,
      @NotNull String name) {}

  /** It goes into other hands. */
  public record Hand(@NotNull UUID evidence, @NotNull String holder) {}

  private record Piece(UUID id, UUID caseId) {}

  @Inject private Sql sql;
  @Inject private Cases cases;
  @Inject private KeepFile keepFile;
  @Inject private OpenFile openFile;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeEvidence() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  TakeEvidence(Sql sql, Desk desk, KeepFile keepFile, Clock clock) {
    this.sql = sql;
    this.cases = new Cases(sql, desk, clock);
    this.keepFile = keepFile;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Takes it.
   *
   * @throws Refusal {@code case.evidence.over} once the investigation is over, {@code
   *     case.gate.not-mine}, {@code case.evidence.title}, {@code case.evidence.origin}, and those
   *     of {@link KeepFile}
   */
  @Allows(right = CASE)
  @Requirement("R84.7")
  public void take(@Valid Command command) {
    var held = mine(command.id());
    if (held.state() != CaseState.INVESTIGATING) {
      throw new Refusal("case.evidence.over");
    }
    var title = CaseText.line(command.title(), TITLE, "case.evidence.title");
    var origin = CaseText.line(command.origin(), ORIGIN, "case.evidence.origin");
    var kept = kept(command, held.area());
    var id = Ids.next();
    sql.update(
        """
        insert into case_evidence (id, case_id, place, kind, title, origin, file_id, sha256,
          taken_at, officer_name)
        values (?, ?, (select count(*) + 1 from case_evidence where case_id = ?), ?, ?, ?, ?, ?, ?,
          ?)
        """,
        id,
        held.id(),
        held.id(),
        command.kind().name(),
        title,
        origin,
        kept == null ? null : kept.id(),
        kept == null ? null : kept.sha256(),
        clock.instant(),
        desk.officer().name());
    held(id, desk.officer().name());
    cases.write(held, "EVIDENCE", held.state(), title);
  }

  /** Writes down who has it now; refused with {@code case.evidence.holder} if nobody is named. */
  @Allows(right = CASE)
  @Requirement("R84.7")
  public void hand(@Valid Hand command) {
    var piece =
        sql.one(
            "select id, case_id from case_evidence where id = ?",
            row -> new Piece(row.id(1), row.id(2)),
            command.evidence());
    mine(piece.caseId());
    held(piece.id(), CaseText.line(command.holder(), TITLE, "case.evidence.holder"));
  }

  /**
   * The file of a piece within the officer's scope.
   *
   * @throws NotFound if there is none
   */
  @Allows(right = READ, reads = true)
  @Requirement("R84.7")
  public OpenedFile open(UUID evidence) {
    return openFile.openWithin(
        sql.one(
            "select file_id from case_evidence where id = ? and file_id is not null",
            row -> row.id(1),
            evidence));
  }

  private Cases.Held mine(UUID id) {
    var held = cases.locked(id);
    if (!held.facts().mine()) {
      throw new Refusal("case.gate.not-mine");
    }
    return held;
  }

  private void held(UUID evidence, String holder) {
    sql.update(
        """
        insert into evidence_custody (id, evidence_id, at, holder, officer_name)
        values (?, ?, ?, ?, ?)
        """,
        Ids.next(),
        evidence,
        clock.instant(),
        holder,
        desk.officer().name());
  }

  private KeepFile.@Nullable Kept kept(Command command, String area) {
    var content = command.content();
    if (content == null) {
      return null;
    }
    try {
      return keepFile.keep(new KeepFile.Command(content, command.name(), area, LIMITS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
