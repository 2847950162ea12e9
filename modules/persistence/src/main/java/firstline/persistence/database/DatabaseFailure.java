package firstline.persistence.database;

import java.sql.SQLException;

/** The database refused a statement; the cause names the state and the constraint. */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String state;

  DatabaseFailure(String statement, SQLException cause) {
    super(statement, cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** True if a unique constraint was hit (SQLSTATE 23505): somebody else was faster. */
  public boolean isDuplicate() {
    return "23505".equals(state);
  }
}
