package firstline.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the server's pool keeps it: its statements are counted, and it remembers its
 * isolation level. The pool asks for the level each time it hands the connection out, and the
 * driver would ask the database: half of all messages of a page were that question.
 */
final class PooledConnection implements InvocationHandler {
  private final Connection connection;
  private @Nullable Object isolation;

  private PooledConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            PooledConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new PooledConnection(connection));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    var name = method.getName();
    if (name.startsWith("prepare")) {
      StatementCount.add();
    }
    try {
      if (name.equals("getTransactionIsolation")) {
        if (isolation == null) {
          isolation = method.invoke(connection, arguments);
        }
        return isolation;
      }
      if (name.equals("setTransactionIsolation")) {
        isolation = null;
      }
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
