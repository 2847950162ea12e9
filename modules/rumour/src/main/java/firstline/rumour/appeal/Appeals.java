package firstline.rumour.appeal;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Appeals for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Appeals {
  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Numbering numbering;

  @SuppressWarnings("NullAway.Init")
  protected Appeals() {}

  /** For tests without a server: what needs no aggregate. */
  Appeals(Sql sql, Clock clock) {
    this.sql = sql;
    this.numbering = new Numbering(sql, clock);
  }

  /** The appeal at the version that the officer saw. */
  public Appeal at(UUID id, long version) {
    return aggregates.at(Appeal.class, id, version);
  }

  /** Adds it with the party's contact, sealed. */
  public void add(Appeal appeal, byte[] sealed, String masked) {
    aggregates.add(appeal);
    keep(appeal);
    sql.update(
        "insert into appeal_contact (appeal_id, sealed, masked) values (?, ?, ?)",
        appeal.id(),
        sealed,
        masked);
  }

  /** Writes the change and the steps that made it; call it at the end of every use case. */
  public void keep(Appeal appeal) {
    aggregates.flush();
    for (var step : appeal.takeSteps()) {
      sql.update(
          """
          insert into appeal_step (id, appeal_id, verb, at, officer_id, officer_name,
            department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          Ids.next(),
          appeal.id(),
          step.verb().name(),
          step.at(),
          step.actor().id(),
          step.actor().inHistory(),
          step.actor().departmentName(),
          step.reason());
    }
  }

  /**
   * Everybody who had a hand in the answer: who wrote in it, reviewed it, ordered or published it,
   * took any step on it; and who proposed or confirmed the verdict.
   */
  @Requirement("R3.31")
  public Set<UUID> involved(UUID rebuttalId) {
    return new HashSet<>(
        sql.list(
            """
            select officer_id from rebuttal_step
            where rebuttal_id = ? and officer_id is not null
            union select writer::uuid from rebuttal_version v
              cross join lateral unnest(string_to_array(v.writers, ' ')) writer
            where v.rebuttal_id = ? and writer <> ''
            union select d.reviewer from rebuttal_version v
              join review w on w.subject_type = 'rebuttal-version' and w.subject_id = v.id
              join review_decision d on d.review_id = w.id
            where v.rebuttal_id = ?
            union select ordered_by from release where rebuttal_id = ?
            union select o.id from rebuttal r join rumour m on m.id = r.rumour_id
              join officer o on o.id in (m.proposed_by, m.confirmed_by)
            where r.id = ?
            """,
            row -> row.id(1),
            rebuttalId,
            rebuttalId,
            rebuttalId,
            rebuttalId,
            rebuttalId));
  }

  /** The year's next number, {@code S-yyyy-NNNN}. */
  @Requirement("R3.30")
  public String nextNumber() {
    return numbering.next("appeal", "S-", 4, 1).get(0);
  }
}
