package firstline.persistence.database;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.SQLException;

/** Commands that take no parameters: the server quotes the value, so nothing is joined here. */
final class RoleCommands {
  private RoleCommands() {}

  /** Runs the command that the query with one parameter answers. */
  static void run(Connection connection, @CompileTimeConstant String query, String value)
      throws SQLException {
    String command;
    try (var asked = connection.prepareStatement(query)) {
      asked.setString(1, value);
      try (var result = asked.executeQuery()) {
        result.next();
        command = result.getString(1);
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
