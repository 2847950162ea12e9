package firstline.persistence.database;

import org.postgresql.ds.PGSimpleDataSource;

/** Makes the driver's data sources, all with the same properties. */
final class Connections {
  private Connections() {}

  static PGSimpleDataSource to(String url, String user, String password) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("firstline");
    // The ORM binds uuid and json as text; the server then takes the column's type.
    source.setStringType("unspecified");
    source.setReWriteBatchedInserts(true);
    source.setTcpKeepAlive(true);
    return source;
  }
}
