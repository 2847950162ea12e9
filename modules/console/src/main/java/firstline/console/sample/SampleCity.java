package firstline.console.sample;

import firstline.console.signin.ApiTokens;
import firstline.console.signin.Passwords;
import firstline.console.signin.SecondFactorSeed;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.setting.Settings;
import firstline.persistence.time.SampleTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Founds the sample city: Yibin's real areas, invented departments and officers with passwords made
 * afresh, then what each module's department has been working on. All of it or nothing: one
 * transaction, and the credentials file is written before it ends.
 */
@ApplicationScoped
public class SampleCity {
  /**
   * Account by whose token programs may try the interface: every right that is no administrator's.
   */
  private static final String TOKEN_HOLDER = "desk";

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;
  @Inject private SampleTime time;
  @Inject private Passwords passwords;
  @Inject private ApiTokens tokens;
  @Inject @Any private Instance<SampleContribution> contributions;

  /** True if the city stands already. */
  @Allows(right = Rights.SYSTEM, reads = true)
  public boolean stands() {
    return sql.first("select 1 from installation where key = 'sample-city'", row -> row.integer(1))
        .isPresent();
  }

  /** Founds the city and writes {@code demo-credentials.json}. */
  @Allows(right = Rights.SYSTEM)
  public void found() throws IOException {
    var areas = SampleTable.read("areas.csv");
    var paths = addAreas(areas);
    var departments = addDepartments(SampleTable.read("departments.csv"));
    var officers = SampleTable.read("officers.csv");
    var accounts = Json.createArrayBuilder();
    var seats = addOfficers(officers, departments, paths, accounts);
    try {
      contributions.stream()
          .sorted(Comparator.comparingInt(SampleContribution::order))
          .forEach(contribution -> contribution.found(username -> seat(seats, username)));
    } finally {
      time.over();
    }
    seat(seats, TOKEN_HOLDER);
    var token =
        tokens.make(new ApiTokens.Command("demo", Set.copyOf(rights(seats, TOKEN_HOLDER)), 366));
    sql.update("insert into installation (key, value) values ('sample-city', 'yibin')");
    var settings = Settings.current();
    Settings.writePrivate(
        settings.home().resolve("demo-credentials.json"),
        Json.createObjectBuilder()
            .add("url", settings.url().toString())
            .add("token", token)
            .add("accounts", accounts)
            .build()
            .toString());
  }

  private Map<String, String> addAreas(List<Map<String, String>> lines) {
    var paths = new HashMap<String, String>();
    var rows = new ArrayList<Object[]>();
    // The file names parents before children.
    for (var line : lines) {
      var code = SampleTable.value(line, "code");
      var parent = SampleTable.value(line, "parent");
      var path = paths.getOrDefault(parent, "") + code + "/";
      paths.put(code, path);
      rows.add(
          new Object[] {
            code,
            parent.isEmpty() ? null : parent,
            SampleTable.value(line, "level"),
            SampleTable.value(line, "name"),
            path
          });
    }
    sql.batch("insert into area (code, parent, level, name, path) values (?, ?, ?, ?, ?)", rows);
    return paths;
  }

  private record Department(UUID id, String name, String nameEn) {}

  private Map<String, Department> addDepartments(List<Map<String, String>> lines) {
    var departments = new HashMap<String, Department>();
    var rows = new ArrayList<Object[]>();
    for (var line : lines) {
      var department =
          new Department(
              Ids.next(), SampleTable.value(line, "name"), SampleTable.value(line, "name_en"));
      departments.put(SampleTable.value(line, "code"), department);
      rows.add(
          new Object[] {
            department.id(),
            SampleTable.value(line, "code"),
            department.name(),
            department.nameEn(),
            SampleTable.value(line, "area")
          });
    }
    sql.batch(
        "insert into department (id, version, code, name, name_en, area_code)"
            + " values (?, 1, ?, ?, ?, ?)",
        rows);
    return departments;
  }

  private Map<String, OfficerOnDuty> addOfficers(
      List<Map<String, String>> lines,
      Map<String, Department> departments,
      Map<String, String> paths,
      JsonArrayBuilder accounts) {
    var roles = new HashMap<String, UUID>();
    sql.list("select code, id from role", row -> roles.put(row.text(1), row.id(2)));
    var rights = new HashMap<String, Set<String>>();
    sql.list(
        "select r.code, rr.right_key from role r join role_right rr on rr.role_id = r.id",
        row -> rights.computeIfAbsent(row.text(1), code -> new HashSet<>()).add(row.text(2)));
    var random = lines.stream().map(line -> passwords.random()).toList();
    // Sixty slow hashes are the longest part of the first start: both cores share them.
    var hashes = random.parallelStream().map(passwords::hash).toList();
    var seats = new HashMap<String, OfficerOnDuty>();
    var rows = new ArrayList<Object[]>();
    var held = new ArrayList<Object[]>();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var id = Ids.next();
      var department = departments.get(SampleTable.value(line, "department"));
      if (department == null) {
        throw new IllegalStateException("no department for " + line);
      }
      var username = SampleTable.value(line, "username");
      var area = SampleTable.value(line, "area");
      var codes = List.of(SampleTable.value(line, "roles").split(" "));
      var administrator = codes.get(0).endsWith("_ADMINISTRATOR");
      var factor = SecondFactorSeed.make(administrator);
      rows.add(
          new Object[] {
            id,
            username,
            SampleTable.value(line, "name"),
            department.id(),
            area,
            hashes.get(i),
            factor.sealed(),
            clock.instant()
          });
      var grants = new ArrayList<Grant>();
      for (var code : codes) {
        held.add(new Object[] {id, roles.get(code), area});
        rights
            .getOrDefault(code, Set.of())
            .forEach(right -> grants.add(new Grant(right, paths.getOrDefault(area, "-"))));
      }
      seats.put(
          username,
          new OfficerOnDuty(
              id,
              username,
              SampleTable.value(line, "name"),
              department.id(),
              department.name(),
              department.nameEn(),
              area,
              "",
              "zh",
              grants,
              null));
      accounts.add(
          Json.createObjectBuilder()
              .add("username", username)
              .add("password", random.get(i))
              .add("totpSecret", factor.base32())
              .add("name", SampleTable.value(line, "name"))
              .add("department", department.name())
              .add("roles", Json.createArrayBuilder(codes)));
    }
    sql.batch(
        "insert into officer (id, version, username, name, department_id, area_code, password,"
            + " totp_secret, created_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    sql.batch("insert into officer_role (officer_id, role_id, area_code) values (?, ?, ?)", held);
    return seats;
  }

  private void seat(Map<String, OfficerOnDuty> seats, String username) {
    var officer = seats.get(username);
    if (officer == null) {
      throw new IllegalArgumentException("no officer " + username);
    }
    desk.seat(officer);
  }

  private static List<String> rights(Map<String, OfficerOnDuty> seats, String username) {
    var officer = seats.get(username);
    return officer == null
        ? List.of()
        : officer.grants().stream().map(Grant::right).distinct().toList();
  }
}
