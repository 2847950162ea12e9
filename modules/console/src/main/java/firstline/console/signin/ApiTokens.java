package firstline.console.signin;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal tokens for programs: stored hashed, with an expiry and no more rights than the officer
 * holds at the moment of use. Administration is not done by token.
 */
@ApplicationScoped
public class ApiTokens {
  /** Makes a token that may use these rights for so many days. */
  public record Command(
      @NotBlank @Size(max = 80) String name,
      @NotEmpty Set<String> rights,
      @Min(1) @Max(366) int days) {}

  /** One token as its owner sees it; the secret is not in it. */
  public record Line(
      UUID id,
      String name,
      List<String> rights,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /** Makes a token and returns its secret, which is shown this once. */
  @Allows(right = Rights.SIGNED_IN)
  public String make(@Valid Command command) {
    var officer = desk.officer();
    for (var right : command.rights()) {
      if (officer.grants().stream().noneMatch(grant -> grant.right().equals(right))
          || right.startsWith("admin.")) {
        throw new Refusal("token.right", right);
      }
    }
    var secret = "fl_" + Tokens.next();
    var now = clock.instant();
    sql.update(
        "insert into api_token (id, officer_id, name, token_hash, rights, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        Ids.next(),
        officer.id(),
        command.name().strip(),
        Tokens.hash(secret),
        command.rights().toArray(String[]::new),
        now,
        now.plus(Duration.ofDays(command.days())));
    return secret;
  }

  /** Takes one of the officer's own tokens back. */
  @Allows(right = Rights.SIGNED_IN)
  public void revoke(UUID id) {
    var changed =
        sql.update(
            "update api_token set revoked_at = ?"
                + " where id = ? and officer_id = ? and revoked_at is null",
            clock.instant(),
            id,
            desk.officer().id());
    if (changed == 0) {
      throw new NotFound();
    }
  }

  /** The officer's own living tokens. */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<Line> mine() {
    return sql.list(
        "select id, name, rights, created_at, expires_at, last_used_at from api_token"
            + " where officer_id = ? and revoked_at is null and expires_at > ?"
            + " order by created_at desc",
        row ->
            new Line(
                row.id(1),
                row.text(2),
                row.texts(3),
                row.instant(4),
                row.instant(5),
                row.instantOrNull(6)),
        desk.officer().id(),
        clock.instant());
  }

  /** The officer for whom the token speaks, with the token's rights alone. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Optional<OfficerOnDuty> officer(String secret) {
    var now = clock.instant();
    var found =
        sql.first(
            """
            select o.id, o.username, o.name, d.id, d.name, d.name_en, o.area_code, a.name,
              o.language,
              array(select r.right_key || ' ' || ga.path
                from officer_role g join role_right r on r.role_id = g.role_id
                join area ga on ga.code = g.area_code
                where g.officer_id = o.id and r.right_key = any (t.rights)
                  and r.right_key not like 'admin.%')
            from api_token t
            join officer o on o.id = t.officer_id
            join department d on d.id = o.department_id
            join area a on a.code = o.area_code
            where t.token_hash = ? and t.revoked_at is null and t.expires_at > ? and o.active
            """,
            row -> Seat.of(row, 10), Tokens.hash(secret), now);
    if (found.isPresent()) {
      sql.update(
          "update api_token set last_used_at = ? where token_hash = ?"
              + " and (last_used_at is null or last_used_at < ?)",
          now,
          Tokens.hash(secret),
          now.minusSeconds(60));
    }
    return found;
  }
}
