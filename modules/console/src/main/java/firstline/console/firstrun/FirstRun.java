package firstline.console.firstrun;

import firstline.console.signin.PasswordPolicy;
import firstline.console.signin.Passwords;
import firstline.console.signin.Tokens;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Founds an installation. There is no default account: while nobody can administer, the server
 * writes a one-time link to the data folder, and who has it names the three administrators.
 */
@ApplicationScoped
public class FirstRun {
  private static final Duration VALID = Duration.ofHours(24);

  /** One of the three. */
  public record Administrator(
      @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,39}") String username,
      @NotBlank @Size(max = 40) String name,
      @NotBlank @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "Administrator[" + username + "]";
    }
  }

  /** The three administrators, their office and the area that is the root of the tree. */
  public record Command(
      @NotBlank String token,
      @NotBlank @Pattern(regexp = "[0-9]{12}") String area,
      @NotBlank @Size(max = 80) String office,
      @NotNull @Valid Administrator system,
      @NotNull @Valid Administrator security,
      @NotNull @Valid Administrator audit) {
    @Override
    public String toString() {
      return "Command[area=" + area + "]";
    }
  }

  /** How far the founding has come. */
  public record Progress(long areas, long administrators, long departments, long officers) {}

  @Inject private Sql sql;
  @Inject private Clock clock;
  @Inject private Passwords passwords;
  @Inject private PasswordPolicy policy;

  /** The link's file in the data folder. */
  static Path file() {
    return Settings.current().home().resolve("first-run-link");
  }

  /**
   * Writes a fresh link if nobody can administer yet; an older one is worthless from then on.
   *
   * @return the link, or empty if the installation is founded
   */
  @Allows(right = Rights.SYSTEM)
  public String link() throws IOException {
    if (founded()) {
      Files.deleteIfExists(file());
      return "";
    }
    var token = Tokens.next();
    var now = clock.instant();
    sql.update("delete from sign_in_link where purpose = 'FIRST_RUN' and used_at is null");
    sql.update(
        "insert into sign_in_link (token_hash, purpose, created_at, expires_at)"
            + " values (?, 'FIRST_RUN', ?, ?)",
        Tokens.hash(token),
        now,
        now.plus(VALID));
    var link = Settings.current().url().resolve("/first-run?token=" + token).toString();
    Settings.writePrivate(file(), link + "\n");
    return link;
  }

  private boolean founded() {
    return sql.first(
            """
            select 1 from sign_in_link where purpose = 'FIRST_RUN' and used_at is not null
            union all
            select 1 from installation where key = 'sample-city'
            """,
            row -> row.integer(1))
        .isPresent();
  }

  /**
   * Refuses a token that is not the living link's.
   *
   * @throws NotFound for a wrong, old or used one: the page does not exist then
   */
  @Allows(right = Rights.EVERYONE, reads = true)
  public void require(String token) {
    sql.one(
        "select 1 from sign_in_link where token_hash = ? and purpose = 'FIRST_RUN'"
            + " and used_at is null and expires_at > ?",
        row -> row.integer(1),
        Tokens.hash(token),
        clock.instant());
  }

  /** How far it has come, for the holder of the link. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Progress progress(String token) {
    require(token);
    return sql.one(
        """
        select (select count(*) from area),
          (select count(distinct g.officer_id) from officer_role g
            join role_right r on r.role_id = g.role_id where r.right_key like 'admin.%'),
          (select count(*) from department), (select count(*) from officer)
        """,
        row -> new Progress(row.number(1), row.number(2), row.number(3), row.number(4)));
  }

  /** The roots that were imported: code and name, for the choice. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public Map<String, String> roots(String token) {
    require(token);
    var roots = new java.util.LinkedHashMap<String, String>();
    sql.list(
        "select code, name from area where parent is null or level in ('CITY', 'COUNTY')"
            + " order by path limit 100",
        row -> roots.put(row.text(1), row.text(1) + " " + row.text(2)));
    return roots;
  }

  /** Names the three administrators: three different people, each with one role. */
  @Allows(right = Rights.EVERYONE)
  public void administrators(@Valid Command command) {
    require(command.token());
    if (progress(command.token()).administrators() > 0) {
      throw new Refusal("first-run.done");
    }
    var three = List.of(command.system(), command.security(), command.audit());
    if (new HashSet<>(three.stream().map(Administrator::username).toList()).size() < 3) {
      throw new Refusal("first-run.three-people");
    }
    three.forEach(one -> policy.require(one.password(), one.username()));
    sql.one("select 1 from area where code = ?", row -> row.integer(1), command.area());
    var department = Ids.next();
    var now = clock.instant();
    sql.update(
        "insert into department (id, version, code, name, area_code) values (?, 1, 'office', ?, ?)",
        department,
        command.office().strip(),
        command.area());
    sql.update("insert into installation (key, value) values ('root-area', ?)", command.area());
    var roles = List.of("SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR", "AUDIT_ADMINISTRATOR");
    var rows = new ArrayList<Object[]>();
    for (var i = 0; i < 3; i++) {
      var one = three.get(i);
      var id = Ids.next();
      sql.update(
          "insert into officer (id, version, username, name, department_id, area_code, password,"
              + " created_at) values (?, 1, ?, ?, ?, ?, ?, ?)",
          id,
          one.username().toLowerCase(Locale.ROOT),
          one.name().strip(),
          department,
          command.area(),
          passwords.hash(one.password()),
          now);
      rows.add(new Object[] {id, command.area(), roles.get(i)});
    }
    sql.batch(
        "insert into officer_role (officer_id, area_code, role_id)"
            + " select ?, ?, id from role where code = ?",
        rows);
  }

  /** Ends the founding: the link is used up. */
  @Allows(right = Rights.EVERYONE)
  public void finish(String token) throws IOException {
    require(token);
    if (progress(token).administrators() < 3) {
      throw new Refusal("first-run.three-people");
    }
    sql.update(
        "update sign_in_link set used_at = ? where token_hash = ?",
        clock.instant(),
        Tokens.hash(token));
    Files.deleteIfExists(file());
  }
}
