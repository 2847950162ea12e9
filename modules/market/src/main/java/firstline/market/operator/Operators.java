package firstline.market.operator;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Operators as cases name them. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class Operators {
  static final int NAME = 120;
  static final int PREMISES = 200;

  /**
   * A party as it is typed.
   *
   * @param code unified social credit code; empty of a natural person only
   */
  public record Party(
      @NotNull String name,
      boolean person,
      @NotNull String code,
      @NotNull String premises,
      @NotNull String licence) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Operators() {}

  /** For tests without a server. */
  public Operators(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The operator of the code, or the person of the name at the place; new if nobody named it
   * before. A name that differs from the known one is refused: one code is one operator.
   *
   * @throws Refusal {@code operator.name}, {@code operator.premises}, {@code
   *     operator.code-missing}, {@code operator.other} with the known name; {@code operator.code-…}
   */
  @Requirement("R85.3")
  public UUID of(String area, Party party) {
    var name = line(party.name(), NAME, "operator.name");
    var premises = line(party.premises(), PREMISES, "operator.premises");
    var code = PlainText.line(party.code()).isEmpty() ? null : CreditCode.read(party.code());
    if (code == null && !party.person()) {
      throw new Refusal("operator.code-missing");
    }
    if (code == null) {
      var known = person(area, name, premises);
      if (known.isPresent()) {
        return known.get();
      }
    }
    var id = Ids.next();
    sql.update(
        """
        insert into operator (id, area_code, name, credit_code, person, premises, licence, made_at)
        values (?, ?, ?, ?, ?, ?, left(?, 120), ?) on conflict (credit_code) do nothing
        """,
        id,
        area,
        name,
        code,
        party.person(),
        premises,
        PlainText.line(party.licence()),
        clock.instant());
    return code == null ? id : known(code, name);
  }

  /** Somebody without a code who does business under the name at the place before. */
  private Optional<UUID> person(String area, String name, String premises) {
    return sql.first(
        """
        select id from operator where area_code = ? and name = ? and premises = ?
          and credit_code is null order by made_at limit 1
        """,
        row -> row.id(1),
        area,
        name,
        premises);
  }

  private UUID known(String code, String name) {
    record Known(UUID id, String name) {}
    var known =
        sql.one(
            "select id, name from operator where credit_code = ?",
            row -> new Known(row.id(1), row.text(2)),
            code);
    if (!known.name().equals(name)) {
      throw new Refusal("operator.other", code, known.name());
    }
    return known.id();
  }

  private static String line(String typed, int most, String code) {
    var line = PlainText.line(typed);
    if (line.isEmpty() || line.length() > most) {
      throw new Refusal(code, most);
    }
    return line;
  }
}
