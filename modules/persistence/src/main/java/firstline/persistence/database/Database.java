package firstline.persistence.database;

import firstline.persistence.setting.CannotStart;
import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The opened database: started if embedded, migrated by its owner, used by the application. */
public final class Database implements AutoCloseable {
  private final @Nullable EmbeddedDatabase embedded;
  private final PGSimpleDataSource owner;
  private final PGSimpleDataSource application;

  private Database(
      @Nullable EmbeddedDatabase embedded,
      PGSimpleDataSource owner,
      PGSimpleDataSource application) {
    this.embedded = embedded;
    this.owner = owner;
    this.application = application;
  }

  /**
   * Opens and migrates.
   *
   * @throws CannotStart in words for the person who starts the server
   */
  public static Database open(Settings settings) {
    var embedded = settings.database().isPresent() ? null : EmbeddedDatabase.start(settings);
    try {
      var owner =
          embedded != null
              ? embedded.owner()
              : settings
                  .database()
                  .map(
                      external ->
                          Connections.to(external.url(), external.user(), external.password()))
                  .orElseThrow();
      var password = Keys.password(settings.secret(), "database application role");
      ApplicationRole.prepare(owner, password);
      Migrations.run(owner, ApplicationRole.NAME);
      return new Database(
          embedded, owner, Connections.to(owner.getURL(), ApplicationRole.NAME, password));
    } catch (SQLException | FlywayException e) {
      if (embedded != null) {
        embedded.close();
      }
      throw new CannotStart(
          "the database cannot be opened or migrated: " + e.getMessage(),
          "数据库无法连接或升级：" + e.getMessage(),
          e);
    }
  }

  /** Connections as the application's role. */
  public PGSimpleDataSource application() {
    return application;
  }

  /** Connections as the owner; package-private, so that only migrations and tests have them. */
  PGSimpleDataSource ownerForTests() {
    return owner;
  }

  /** Names of the entity classes that the modules on the class path declare. */
  public static List<String> declaredEntities() {
    return Migrations.modules().stream().flatMap(module -> module.entities().stream()).toList();
  }

  /** Names of the modules on the class path, in the order in which they build on each other. */
  public static List<String> moduleNames() {
    return Migrations.modules().stream().map(Migrations.Module::name).toList();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
