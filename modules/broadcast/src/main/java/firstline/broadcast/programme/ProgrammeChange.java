package firstline.broadcast.programme;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Says, inside a use case, that programmes may have to change: this node looks as soon as the use
 * case has committed, the others within a second.
 */
@ApplicationScoped
public class ProgrammeChange {
  /** A CDI event, heard after the commit. */
  public record Happened() {}

  @Inject private Sql sql;
  @Inject private Event<Happened> happened;

  @SuppressWarnings("NullAway.Init")
  protected ProgrammeChange() {}

  /** For tests without a server. */
  public ProgrammeChange(Sql sql, Event<Happened> happened) {
    this.sql = sql;
    this.happened = happened;
  }

  @Allows(right = Rights.WITHIN)
  public void note() {
    sql.update("update broadcast_change set counter = counter + 1");
    happened.fire(new Happened());
  }
}
