package firstline.console.it;

import firstline.persistence.setting.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded database of a server under test, by its data folder. */
record ServerDatabase(String port, String password) {
  static ServerDatabase of(String home) {
    try {
      var secret = Files.readString(Path.of(home, "secret")).strip();
      // The fourth line of the pid file is the port.
      var port = Files.readAllLines(Path.of(home, "pg", "postmaster.pid")).get(3).strip();
      return new ServerDatabase(port, Keys.password(secret, "database owner"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A connection as the owner of the tables. */
  Connection owner() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password);
  }
}
