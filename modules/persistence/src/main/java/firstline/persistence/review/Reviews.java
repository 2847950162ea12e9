package firstline.persistence.review;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.review.Review.Decision;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Review.Reviewer;
import firstline.persistence.review.Review.State;
import firstline.persistence.review.Review.Verdict;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reviews of the modules' subjects. A module's use case, which has checked right and scope of the
 * subject, calls these inside its own transaction; the reviewer is always who sits at the desk.
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Reviews {
  /**
   * Whose review.
   *
   * @param type of the subject, such as {@code rebuttal}
   * @param id of the wording that is reviewed
   */
  public record Subject(String type, UUID id, String areaCode) {}

  private record Stored(Review review, long version) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Reviews() {}

  public Reviews(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** Submits a wording; an earlier review of the same subject that still lives becomes void. */
  public Review submit(Subject subject, String hash, Lane lane, int steps, Set<UUID> authors) {
    edited(subject);
    var review = Review.submit(Ids.next(), hash, lane, steps, authors, clock.instant());
    sql.update(
        "insert into review (id, version, area_code, subject_type, subject_id, hash, lane, steps,"
            + " state, submitted_at, authors) values (?, 1, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?::uuid[])",
        review.id(),
        subject.areaCode(),
        subject.type(),
        subject.id(),
        hash,
        lane.name(),
        review.steps(),
        review.submittedAt(),
        authors.stream().map(UUID::toString).toArray(String[]::new));
    return review;
  }

  /** The officer at the desk approves what they read. */
  public Review approve(Subject subject, String readHash) {
    var stored = living(subject);
    stored.review().approve(reviewer(), readHash, clock.instant());
    write(stored);
    return stored.review();
  }

  /** The officer at the desk gives it back with a reason. */
  public Review giveBack(Subject subject, String readHash, String reason) {
    var stored = living(subject);
    stored.review().giveBack(reviewer(), readHash, reason, clock.instant());
    write(stored);
    return stored.review();
  }

  /** The wording was edited: a living review of it is void. */
  public void edited(Subject subject) {
    sql.update(
        "update review set state = 'VOID', version = version + 1"
            + " where subject_type = ? and subject_id = ? and state in ('OPEN', 'APPROVED')",
        subject.type(),
        subject.id());
  }

  /** Refuses unless a living review lets exactly this hash out. */
  public Review requirePublishable(Subject subject, String outgoingHash) {
    var stored = living(subject);
    stored.review().requirePublishable(outgoingHash);
    return stored.review();
  }

  /** Every review of the subject, oldest first. */
  public List<Review> history(String type, UUID subject) {
    return histories(type, List.of(subject)).getOrDefault(subject, List.of());
  }

  /** Every review of each of the subjects, oldest first: two statements, however many. */
  public Map<UUID, List<Review>> histories(String type, Collection<UUID> subjects) {
    var ids = subjects.stream().map(UUID::toString).toArray(String[]::new);
    var decisions = new HashMap<UUID, List<Decision>>();
    sql.list(
        "select d.review_id, d.reviewer, d.name, d.department, d.hash, d.verdict, d.reason, d.at"
            + " from review_decision d join review r on r.id = d.review_id"
            + " where r.subject_type = ? and r.subject_id = any (?::text[]::uuid[])"
            + " order by d.position",
        row ->
            decisions
                .computeIfAbsent(row.id(1), review -> new ArrayList<>())
                .add(
                    new Decision(
                        new Reviewer(row.id(2), row.text(3), row.text(4)),
                        row.text(5),
                        Verdict.valueOf(row.text(6)),
                        row.text(7),
                        row.instant(8))),
        type,
        ids);
    var histories = new HashMap<UUID, List<Review>>();
    sql.list(
        "select id, hash, lane, steps, authors::text[], submitted_at, state, approved_at,"
            + " due_at, version, subject_id from review where subject_type = ?"
            + " and subject_id = any (?::text[]::uuid[]) order by submitted_at",
        row ->
            histories
                .computeIfAbsent(row.id(11), subject -> new ArrayList<>())
                .add(stored(row, decisions.getOrDefault(row.id(1), List.of())).review()),
        type,
        ids);
    return histories;
  }

  private Stored living(Subject subject) {
    Optional<Stored> found =
        sql.first(
            "select id, hash, lane, steps, authors::text[], submitted_at, state, approved_at,"
                + " due_at, version from review where subject_type = ? and subject_id = ?"
                + " and state in ('OPEN', 'APPROVED')",
            row -> stored(row, decisions(row.id(1))),
            subject.type(),
            subject.id());
    return found.orElseThrow(() -> new Refusal("review.not-submitted"));
  }

  private void write(Stored stored) {
    var review = stored.review();
    var changed =
        sql.update(
            "update review set state = ?, approved_at = coalesce(approved_at, ?),"
                + " due_at = coalesce(due_at, ?), version = version + 1"
                + " where id = ? and version = ?",
            review.state().name(),
            review.approvedAt(),
            review.dueAt(),
            review.id(),
            stored.version());
    if (changed == 0) {
      throw new Conflict();
    }
    var last = review.decisions().get(review.decisions().size() - 1);
    sql.update(
        "insert into review_decision values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        review.id(),
        review.decisions().size(),
        last.reviewer().id(),
        last.reviewer().name(),
        last.reviewer().department(),
        last.hash(),
        last.verdict().name(),
        last.reason(),
        last.at());
  }

  private static Stored stored(Row row, List<Decision> decisions) throws SQLException {
    var authors = new HashSet<UUID>();
    row.texts(5).forEach(author -> authors.add(UUID.fromString(author)));
    return new Stored(
        Review.stored(
            row.id(1),
            row.text(2),
            Lane.valueOf(row.text(3)),
            row.integer(4),
            authors,
            row.instant(6),
            State.valueOf(row.text(7)),
            row.instantOrNull(8),
            row.instantOrNull(9),
            decisions),
        row.number(10));
  }

  private List<Decision> decisions(UUID review) {
    return sql.list(
        "select reviewer, name, department, hash, verdict, reason, at from review_decision"
            + " where review_id = ? order by position",
        row ->
            new Decision(
                new Reviewer(row.id(1), row.text(2), row.text(3)),
                row.text(4),
                Verdict.valueOf(row.text(5)),
                row.text(6),
                row.instant(7)),
        review);
  }

  private Reviewer reviewer() {
    var officer = desk.officer();
    return new Reviewer(officer.id(), officer.name(), officer.departmentName());
  }
}
