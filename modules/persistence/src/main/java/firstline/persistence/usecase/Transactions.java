package firstline.persistence.usecase;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Opens, joins and ends transactions for the use-case boundary and the server's own duties. */
@ApplicationScoped
public class Transactions {
  @Resource(lookup = "java:comp/UserTransaction")
  private UserTransaction transaction;

  @PersistenceContext(unitName = "firstline")
  private EntityManager entities;

  /** True inside a transaction: a use case that was called by another. */
  boolean running() throws SystemException {
    return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /**
   * Runs the work in the running transaction, or in a new one that commits if the work returns and
   * rolls back if it throws anything.
   */
  public <T> T run(Callable<T> work) throws Exception {
    if (running()) {
      return work.call();
    }
    return inNew(work);
  }

  /**
   * Runs the work in a transaction that is taken back whatever comes of it: to learn what would
   * happen. Use cases within it are parts of it and write no row of their own.
   */
  public void tried(Runnable work) throws Exception {
    transaction.begin();
    try {
      work.run();
    } finally {
      transaction.rollback();
    }
  }

  /** Runs the work in a transaction of its own, whatever runs around it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public <T> T alone(Supplier<T> work) {
    return work.get();
  }

  private <T> T inNew(Callable<T> work) throws Exception {
    transaction.begin();
    var done = false;
    try {
      var result = work.call();
      done = true;
      return result;
    } finally {
      if (!done) {
        transaction.rollback();
      } else {
        transaction.commit();
      }
    }
  }

  /** Writes pending changes of aggregates, so that the audit row is the last statement. */
  public void flush() {
    entities.flush();
  }
}
