package firstline.persistence.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The role as which the application works. It owns nothing: the owner's role migrates, and the
 * application's role gets read and write on tables but no right to change or empty the audit.
 */
final class ApplicationRole {
  static final String NAME = "firstline_app";

  private ApplicationRole() {}

  /** Makes the role if it is missing and gives it the derived password. */
  static void prepare(DataSource owner, String password) throws SQLException {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement();
        var role =
            // Role commands take no parameters; the server itself quotes the password into one.
            connection.prepareStatement(
                """
                select format(case when exists (select 1 from pg_roles
                    where rolname = 'firstline_app') then 'alter' else 'create' end
                  || ' role firstline_app login nosuperuser nocreatedb nocreaterole password %L',
                  ?::text)
                """)) {
      role.setString(1, password);
      try (var result = role.executeQuery()) {
        result.next();
        statement.execute(result.getString(1));
      }
      statement.execute("grant usage on schema public to firstline_app");
      statement.execute(
          "alter default privileges in schema public"
              + " grant select, insert, update, delete on tables to firstline_app");
      statement.execute(
          "alter default privileges in schema public grant usage, select on sequences to"
              + " firstline_app");
    }
  }
}
