package firstline.persistence.database;

import firstline.persistence.setting.Settings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real database for all tests of a run, migrated; started at the first use. */
public final class TestDatabase {
  private static final TestFolder HOME = TestFolder.named("firstline-test");
  private static final Database DATABASE = open();

  private TestDatabase() {}

  /** SQL as the application's role, each statement committed by itself. */
  public static Sql sql() {
    return new Sql(DATABASE.application());
  }

  /** Connections as the application's role. */
  public static PGSimpleDataSource application() {
    return DATABASE.application();
  }

  /** SQL as the owner of the tables, for tests of what the owner's role must not help against. */
  public static Sql owner() {
    return new Sql(DATABASE.ownerForTests());
  }

  /** Runs the work in one transaction; an exception rolls it back. */
  public static <T> T inTransaction(Function<Sql, T> work) {
    try (var connection = DATABASE.application().getConnection()) {
      connection.setAutoCommit(false);
      return inTransaction(connection, work);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same over a connection that somebody keeps and that does not commit by itself. */
  public static <T> T inTransaction(Connection connection, Function<Sql, T> work) {
    try {
      try {
        var value = work.apply(new Sql(always(connection)));
        connection.commit();
        return value;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SQL as the owner over connections that are kept, as the pool of the server keeps them. */
  public static Sql keptOwner() {
    return kept(DATABASE.ownerForTests());
  }

  /** SQL as the application's role over kept connections, each statement committed by itself. */
  public static Sql kept() {
    return kept(DATABASE.application());
  }

  private static Sql kept(DataSource opened) {
    var idle = new ConcurrentLinkedQueue<Connection>();
    return new Sql(
        source(
            () ->
                lent(
                    Optional.ofNullable(idle.poll()).orElseGet(() -> connection(opened)),
                    idle::add)));
  }

  private static Connection connection(DataSource opened) {
    try {
      return opened.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DataSource always(Connection connection) {
    var open = lent(connection, kept -> {});
    return source(() -> open);
  }

  /** The connection, with something else in place of its end. */
  private static Connection lent(Connection connection, Consumer<Connection> atClose) {
    return (Connection)
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                atClose.accept(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static DataSource source(Supplier<Connection> connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> connections.get());
  }

  private static Database open() {
    var database =
        Database.open(
            new Settings(
                HOME.path(),
                true,
                URI.create("http://127.0.0.1"),
                "only-for-tests-0123456789-abcdefghijklmnop",
                Optional.empty(),
                1));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database)));
    return database;
  }

  private static void end(Database database) {
    database.close();
    HOME.close();
  }
}
