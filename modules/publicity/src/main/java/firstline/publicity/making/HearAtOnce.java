package firstline.publicity.making;

import firstline.persistence.database.Sql;
import firstline.persistence.outbox.OutboxEvent;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.api.RumourEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hears what the outbox will deliver in a moment: a sample city is founded in one transaction, and
 * its lines would otherwise come after those who work with them.
 */
@ApplicationScoped
public class HearAtOnce {
  @Inject private HearOfLines hearOfLines;
  @Inject private Sql sql;

  /** How many lines were told so far. */
  @Allows(right = Rights.SYSTEM)
  public int hear() {
    var told =
        sql.list(
            """
            select id, topic, subject, payload, created_at from outbox_event
            where topic = ? order by id
            """,
            row ->
                new OutboxEvent(row.id(1), row.text(2), row.text(3), row.text(4), row.instant(5)),
            RumourEvents.POSTER_READY);
    told.forEach(hearOfLines::on);
    return told.size();
  }
}
