package firstline.persistence.talk;

import com.google.errorprone.annotations.CompileTimeConstant;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.OfficerOnDuty;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The kinds of records of a module that are talked about: each by one statement, which is given the
 * ids and answers with id, title and address, and by who may open one, told from the columns after
 * these.
 */
public final class DiscussedKinds {
  /** Who may open a record, told from the fourth column on. */
  @FunctionalInterface
  public interface Opening {
    Predicate<OfficerOnDuty> of(Row row) throws SQLException;
  }

  @FunctionalInterface
  private interface Asking {
    List<Discussed> of(Sql sql, Object ids);
  }

  private final Map<String, Asking> kinds = new HashMap<>();

  /** A kind that is open to whoever holds the right where the fourth column, a path, lies. */
  public DiscussedKinds lying(String kind, String right, @CompileTimeConstant String statement) {
    return kind(kind, statement, row -> Discussed.holding(right, row.text(4)));
  }

  /** A kind that is open to whoever holds the right at one of the paths of the fourth column. */
  public DiscussedKinds lyingAtOneOf(
      String kind, String right, @CompileTimeConstant String statement) {
    return kind(
        kind,
        statement,
        row -> {
          var paths = row.texts(4);
          return officer -> paths.stream().anyMatch(officer.scope(right)::covers);
        });
  }

  /** A kind with a rule of its own. */
  public DiscussedKinds kind(String kind, @CompileTimeConstant String statement, Opening opening) {
    kinds.put(
        kind,
        (sql, ids) ->
            sql.list(
                statement,
                row -> new Discussed(row.id(1), row.text(2), row.text(3), opening.of(row)),
                ids));
    return this;
  }

  public Set<String> names() {
    return Set.copyOf(kinds.keySet());
  }

  /** Those of the records that there are; one statement. */
  @Requirement("R126.1")
  public List<Discussed> records(Sql sql, String kind, List<UUID> ids) {
    return Objects.requireNonNull(kinds.get(kind))
        .of(sql, ids.stream().map(UUID::toString).toArray(String[]::new));
  }
}
