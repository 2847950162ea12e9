package firstline.persistence.outbox;

import java.util.Set;

/**
 * Does a duty. Runs as the server itself, in a transaction that also marks the duty done: what it
 * changes in the database happens once. What it does outside must bear being done twice.
 */
public interface OutboxListener {
  /** A name that never changes, such as {@code rumour.indicators}. */
  String name();

  /** Topics that it hears. */
  Set<String> topics();

  /** Does the duty; an exception puts it off. */
  void on(OutboxEvent event);
}
