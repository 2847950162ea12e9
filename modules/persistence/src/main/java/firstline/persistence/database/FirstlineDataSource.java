package firstline.persistence.database;

import firstline.persistence.setting.Settings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the server's pool asks for connections. The first one opens and migrates the database, so
 * nothing (ORM, CDI, timers) ever sees an old schema.
 */
public final class FirstlineDataSource implements DataSource {
  private static final Object DOOR = new Object();
  private static @Nullable Database database;

  private static Database opened() {
    synchronized (DOOR) {
      if (database == null) {
        database = Database.open(Settings.current());
      }
      return database;
    }
  }

  /** Stops an embedded database; called when the application stops. */
  static void shut() {
    synchronized (DOOR) {
      if (database != null) {
        database.close();
        database = null;
      }
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return PooledConnection.of(opened().application().getConnection());
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return getConnection();
  }

  /** The pool insists on setting these; the real ones come from the settings. */
  public void setUser(String user) {}

  public void setPassword(String password) {}

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("firstline");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("no " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
