package firstline.rumour.rumour;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rumours for writing, within the officer's scope; keeps their history. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Rumours {
  @Inject private Aggregates aggregates;
  @Inject private Sql sql;
  @Inject private Numbering numbering;

  /** The rumour at the version that the officer saw. */
  public Rumour at(UUID id, long version) {
    return aggregates.at(Rumour.class, id, version);
  }

  public Rumour at(UUID id) {
    return aggregates.at(Rumour.class, id);
  }

  /**
   * The rumour, wherever it lies: for what happens to it from outside, as when a claim from another
   * area joins it or a channel confirms its answer.
   */
  public Rumour anywhere(UUID id) {
    return aggregates.anywhere(Rumour.class, id);
  }

  /**
   * The rumour with the number, if it lies in scope.
   *
   * @throws Refusal {@code rumour.no-such-number} otherwise
   */
  public Rumour numbered(String number) {
    return sql.first("select id from rumour where number = ?", row -> row.id(1), number)
        .map(this::at)
        .orElseThrow(() -> new Refusal("rumour.no-such-number", number));
  }

  public void add(Rumour rumour) {
    aggregates.add(rumour);
    keep(rumour);
  }

  /** Writes the change and the steps that made it; call it at the end of every use case. */
  public void keep(Rumour... changed) {
    keep(List.of(changed));
  }

  /** The same for many, in as many batches as it takes. */
  public void keep(List<Rumour> changed) {
    aggregates.flush();
    var lines = new ArrayList<@Nullable Object[]>();
    for (var rumour : changed) {
      rumour.takeSteps().forEach(step -> lines.add(line(rumour, step)));
    }
    write(sql, lines);
  }

  /**
   * Writes lines of histories: id, rumour, verb, state, time, officer, name, department, reason.
   */
  static void write(Sql sql, List<@Nullable Object[]> lines) {
    sql.batch(
        """
        insert into rumour_step (id, rumour_id, verb, state, at, officer_id, officer_name,
          department_name, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        lines);
  }

  private static @Nullable Object[] line(Rumour rumour, RumourStep step) {
    var actor = step.actor();
    return new @Nullable Object[] {
      Ids.next(),
      rumour.id(),
      step.verb().name(),
      step.state().name(),
      step.at(),
      actor == null ? null : actor.id(),
      actor == null ? "" : actor.inHistory(),
      actor == null ? "" : actor.departmentName(),
      step.reason()
    };
  }

  /** True if a rebuttal of it is being written or public. */
  boolean isDrafted(Rumour rumour) {
    return sql.first(
            "select 1 from rebuttal where rumour_id = ? and withdrawn_at is null",
            row -> row.integer(1),
            rumour.id())
        .isPresent();
  }

  /** The year's next number, {@code R-yyyy-NNNN}. */
  public String nextNumber() {
    return nextNumbers(1).get(0);
  }

  /** The year's next numbers, in order. */
  public List<String> nextNumbers(int count) {
    return numbering.next("rumour", "R-", 4, count);
  }
}
