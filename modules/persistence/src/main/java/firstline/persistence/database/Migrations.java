package firstline.persistence.database;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings every module's tables up to date. A module is a jar with {@code
 * META-INF/firstline-module.properties} ({@code name}, {@code order}, {@code migrations}, {@code
 * entities}); its scripts lie in {@code db/migration/<name>/} and have a history table of their
 * own.
 */
final class Migrations {
  /** What a module's jar says of itself. */
  record Module(String name, int order, boolean migrations, List<String> entities) {}

  private static final ClassLoader LOADER = Migrations.class.getClassLoader();

  private Migrations() {}

  /** The modules on the class path, in the order in which they build on each other. */
  static List<Module> modules() {
    try {
      var modules = new ArrayList<Module>();
      for (URL url :
          Collections.list(LOADER.getResources("META-INF/firstline-module.properties"))) {
        var properties = new Properties();
        // A fresh connection each time: a cached jar handle would outlive a redeployment.
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (var reader =
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        var entities = properties.getProperty("entities", "").strip();
        modules.add(
            new Module(
                properties.getProperty("name"),
                Integer.parseInt(properties.getProperty("order")),
                !"false".equals(properties.getProperty("migrations")),
                entities.isEmpty() ? List.of() : List.of(entities.split("\\s*,\\s*"))));
      }
      modules.sort(Comparator.comparingInt(Module::order));
      return modules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void run(DataSource owner, String applicationRole) {
    for (var module : modules()) {
      if (!module.migrations()) {
        continue;
      }
      Flyway.configure(LOADER)
          .dataSource(owner)
          .locations("classpath:db/migration/" + module.name())
          .table("flyway_" + module.name().replace('-', '_'))
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .placeholders(Map.of("appRole", applicationRole))
          .load()
          .migrate();
    }
  }
}
