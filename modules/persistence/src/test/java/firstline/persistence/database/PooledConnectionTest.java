package firstline.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection of the pool asks the database for its isolation level once, and after a change. */
class PooledConnectionTest {
  private final List<String> asked = new ArrayList<>();

  private Connection pooled(Connection real) {
    return PooledConnection.of(
        (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  asked.add(method.getName());
                  return method.invoke(real, arguments);
                }));
  }

  @Test
  void theIsolationLevelIsAskedForOnce() throws SQLException {
    try (var real = TestDatabase.application().getConnection()) {
      var connection = pooled(real);
      assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
      assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
      assertEquals(List.of("getTransactionIsolation"), asked);
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      assertEquals(Connection.TRANSACTION_SERIALIZABLE, connection.getTransactionIsolation());
      assertEquals(3, asked.size());
    }
  }

  @Test
  void preparedStatementsAreCounted() throws SQLException {
    try (var real = TestDatabase.application().getConnection()) {
      StatementCount.reset();
      try (var statement = pooled(real).prepareStatement("select 1")) {
        statement.execute();
      }
      assertEquals(1, StatementCount.now());
    }
  }
}
