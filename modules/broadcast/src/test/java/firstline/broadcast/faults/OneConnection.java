package firstline.broadcast.faults;

import firstline.persistence.database.Sql;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One connection, opened anew when the database has been away; each statement commits alone. */
final class OneConnection implements Office.Work {
  private final DataSource source;
  private final IntPredicate dies;
  private final Sql statements;
  private @Nullable Connection connection;
  private int transactions;

  /**
   * A connection.
   *
   * @param dies whether the server dies before the commit of the transaction with the number
   */
  OneConnection(DataSource source, IntPredicate dies) {
    this.source = source;
    this.dies = dies;
    statements =
        new Sql(
            (DataSource)
                Proxy.newProxyInstance(
                    OneConnection.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> lent()));
  }

  /** The server dies here. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The database is away. */
  static final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Away(SQLException cause) {
      super(cause);
    }
  }

  private Connection open() throws SQLException {
    var open = connection;
    if (open == null || open.isClosed()) {
      open = source.getConnection();
      connection = open;
    }
    return open;
  }

  private Connection lent() throws SQLException {
    var open = open();
    return (Connection)
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(open, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Sql statements() {
    return statements;
  }

  @Override
  public <T> T transaction(Function<Sql, T> work) {
    try {
      open().setAutoCommit(false);
      try {
        var value = work.apply(statements);
        if (dies.test(++transactions)) {
          throw new Died();
        }
        open().commit();
        return value;
      } finally {
        end();
      }
    } catch (SQLException e) {
      throw new Away(e);
    }
  }

  private void end() {
    try {
      var open = connection;
      if (open != null && !open.isClosed()) {
        open.rollback();
        open.setAutoCommit(true);
      }
    } catch (SQLException e) {
      connection = null;
    }
  }
}
