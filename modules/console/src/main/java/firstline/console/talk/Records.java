package firstline.console.talk;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.talk.Discussed;
import firstline.persistence.talk.DiscussionContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The one place that says who may open a record that is talked about. */
@ApplicationScoped
class Records {
  @Inject @Any private Instance<DiscussionContribution> modules;
  @Inject private Sql sql;
  @Inject private Desk desk;

  private List<DiscussionContribution> given = List.of();

  @SuppressWarnings("NullAway.Init")
  protected Records() {}

  /** For tests without a server. */
  @SuppressWarnings("NullAway.Init")
  Records(Sql sql, Desk desk, DiscussionContribution... given) {
    this.sql = sql;
    this.desk = desk;
    this.given = List.of(given);
  }

  /**
   * The record, if the officer at the desk may open it.
   *
   * @throws NotFound otherwise: a stranger does not learn that it is there
   */
  Discussed open(String kind, UUID id) {
    return open(kind, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** Those of one kind that the officer at the desk may open. */
  List<Discussed> open(String kind, List<UUID> ids) {
    return (given.isEmpty() ? modules.stream() : given.stream())
        .map(DiscussionContribution::discussed)
        .filter(kinds -> kinds.names().contains(kind))
        .flatMap(kinds -> kinds.records(sql, kind, ids).stream())
        .filter(record -> record.open().test(desk.officer()))
        .toList();
  }

  /** True if that officer may open it too. */
  static boolean opens(Discussed record, OfficerOnDuty officer) {
    return record.open().test(officer);
  }
}
