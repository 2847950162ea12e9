package firstline.persistence.database;

import com.google.errorprone.annotations.CompileTimeConstant;
import firstline.persistence.refusal.NotFound;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * SQL in plain sight: the statement is a constant of the source (the compiler refuses anything
 * else), values are bound, rows become records. Takes part in the running transaction.
 *
 * <p>Arguments: String, Integer, Long, Boolean, UUID, {@link Instant}, LocalDate, byte[], String[],
 * null.
 */
@ApplicationScoped
public class Sql {
  /** Turns a row into a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  @Resource(lookup = "java:app/jdbc/firstline")
  private DataSource source;

  @SuppressWarnings("NullAway.Init")
  protected Sql() {}

  /** For tests without a server. */
  public Sql(DataSource source) {
    this.source = source;
  }

  /** All rows. */
  public <T> List<T> list(
      @CompileTimeConstant String statement, Mapper<T> mapper, @Nullable Object... arguments) {
    return rows(statement, mapper, Arrays.asList(arguments));
  }

  /** The first row, if any. */
  public <T> Optional<T> first(
      @CompileTimeConstant String statement, Mapper<T> mapper, @Nullable Object... arguments) {
    return rows(statement, mapper, Arrays.asList(arguments)).stream().findFirst();
  }

  /**
   * The one row.
   *
   * @throws NotFound if there is none
   */
  public <T> T one(
      @CompileTimeConstant String statement, Mapper<T> mapper, @Nullable Object... arguments) {
    return rows(statement, mapper, Arrays.asList(arguments)).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The rows of a statement composed of constant fragments. */
  public <T> List<T> list(Select select, Mapper<T> mapper) {
    return rows(select.statement(), mapper, select.arguments());
  }

  /** Changes rows and counts them. */
  public int update(@CompileTimeConstant String statement, @Nullable Object... arguments) {
    try (var connection = source.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      bind(connection, prepared, Arrays.asList(arguments));
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFailure(statement, e);
    }
  }

  /** Runs the statement once for each array of arguments, in batches of 1,000. */
  public void batch(@CompileTimeConstant String statement, List<@Nullable Object[]> lines) {
    try (var connection = source.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      var waiting = 0;
      for (var line : lines) {
        bind(connection, prepared, Arrays.asList(line));
        prepared.addBatch();
        if (++waiting == 1_000) {
          prepared.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        prepared.executeBatch();
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(statement, e);
    }
  }

  private <T> List<T> rows(
      String statement, Mapper<T> mapper, List<? extends @Nullable Object> arguments) {
    try (var connection = source.getConnection();
        var prepared = connection.prepareStatement(statement)) {
      bind(connection, prepared, arguments);
      try (var result = prepared.executeQuery()) {
        var row = new Row(result);
        var values = new ArrayList<T>();
        while (result.next()) {
          values.add(mapper.map(row));
        }
        return values;
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(statement, e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement prepared, List<? extends @Nullable Object> arguments)
      throws SQLException {
    var position = 1;
    for (var argument : arguments) {
      if (argument instanceof Instant instant) {
        prepared.setObject(position, instant.atOffset(ZoneOffset.UTC));
      } else if (argument instanceof String[] texts) {
        prepared.setArray(position, connection.createArrayOf("text", texts));
      } else {
        prepared.setObject(position, argument);
      }
      position++;
    }
  }
}
