package firstline.persistence.aggregate;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * The one door to aggregates for writing. Whoever comes through is checked against the scope of the
 * running use case, on every write, whatever a page showed before.
 */
@ApplicationScoped
public class Aggregates {
  @PersistenceContext(unitName = "firstline")
  private EntityManager entities;

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Aggregates() {}

  /** For tests without a server, of what asks for scopes alone. */
  @SuppressWarnings("NullAway.Init")
  public Aggregates(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * The aggregate, if it lies in scope.
   *
   * @throws NotFound if there is none or it lies outside: a stranger learns no more
   */
  public <T extends Aggregate> T at(Class<T> type, UUID id) {
    var found = entities.find(type, id);
    if (found == null) {
      throw new NotFound();
    }
    requireInScope(found.areaCode());
    return found;
  }

  /**
   * The aggregate at the version that the officer saw.
   *
   * @throws Conflict if somebody was faster
   */
  public <T extends Aggregate> T at(Class<T> type, UUID id, long version) {
    var found = at(type, id);
    if (found.version() != version) {
      throw new Conflict();
    }
    return found;
  }

  /**
   * The aggregate, wherever it lies: for what happens to it from outside its areas, as a part of a
   * use case that has checked its own subject. Never for what an officer asks for by id.
   *
   * @throws NotFound if there is none
   */
  public <T extends Aggregate> T anywhere(Class<T> type, UUID id) {
    var found = entities.find(type, id);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  /** Adds a new one, if its area lies in scope. */
  public void add(Aggregate aggregate) {
    requireInScope(aggregate.areaCode());
    entities.persist(aggregate);
  }

  /**
   * Adds what the public sends in. It belongs to an area, but nobody's scope brought it there.
   *
   * @throws NotFound if there is no such area
   */
  public void receive(Aggregate aggregate) {
    sql.one("select 1 from area where code = ?", row -> row.integer(1), aggregate.areaCode());
    entities.persist(aggregate);
  }

  /** Writes out what is pending and lets go of everything that was read: many are coming. */
  public void letGo() {
    entities.flush();
    entities.clear();
  }

  /** Writes out what is pending, so that constraints speak before the transaction ends. */
  public void flush() {
    entities.flush();
  }

  /**
   * Refuses an area outside the scope of the running use case.
   *
   * @throws NotFound if it lies outside
   */
  public void requireInScope(String areaCode) {
    sql.one(
        "select 1 from area where code = ? and path like any (?)",
        row -> row.integer(1),
        areaCode,
        desk.scope().patterns());
  }
}
