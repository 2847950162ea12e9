package firstline.persistence.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, columns counted from 1. Null where a value is required is an error. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(int column) throws SQLException {
    return required(result.getString(column), column);
  }

  public @Nullable String textOrNull(int column) throws SQLException {
    return result.getString(column);
  }

  public long number(int column) throws SQLException {
    return result.getLong(column);
  }

  public int integer(int column) throws SQLException {
    return result.getInt(column);
  }

  public double real(int column) throws SQLException {
    return result.getDouble(column);
  }

  public @Nullable Double realOrNull(int column) throws SQLException {
    var value = result.getDouble(column);
    return result.wasNull() ? null : Double.valueOf(value);
  }

  public boolean flag(int column) throws SQLException {
    return result.getBoolean(column);
  }

  public UUID id(int column) throws SQLException {
    return required(result.getObject(column, UUID.class), column);
  }

  public @Nullable UUID idOrNull(int column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public Instant instant(int column) throws SQLException {
    return required(instantOrNull(column), column);
  }

  public @Nullable Instant instantOrNull(int column) throws SQLException {
    var time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public LocalDate date(int column) throws SQLException {
    return required(result.getObject(column, LocalDate.class), column);
  }

  public @Nullable LocalDate dateOrNull(int column) throws SQLException {
    return result.getObject(column, LocalDate.class);
  }

  public byte[] bytes(int column) throws SQLException {
    return required(result.getBytes(column), column);
  }

  /** A text[] column; an SQL null is the empty list. */
  public List<String> texts(int column) throws SQLException {
    var array = result.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static <T> T required(@Nullable T value, int column) {
    return Objects.requireNonNull(value, () -> "column " + column + " is null");
  }
}
