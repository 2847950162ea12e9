package firstline.persistence.database;

import firstline.persistence.setting.CannotStart;
import firstline.persistence.setting.Keys;
import firstline.persistence.setting.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL 18 inside the server's process tree, with durable writes, a password and loopback
 * only. The library's defaults are made for tests (no fsync, data deleted, trust): every one of
 * them is turned here.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String OWNER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final FileChannel lockFile;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lockFile, String password) {
    this.server = server;
    this.lockFile = lockFile;
    this.password = password;
  }

  /** Starts the database of the data folder, clearing away a postmaster that outlived a crash. */
  static EmbeddedDatabase start(Settings settings) {
    var home = settings.home();
    var lock = lock(home);
    var data = home.resolve("pg");
    var password = Keys.password(settings.secret(), "database owner");
    try {
      stopOrphan(data.resolve("postmaster.pid"));
      var fresh = !Files.exists(data.resolve("PG_VERSION"));
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(home.resolve("runtime").toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1,::1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("timezone", "UTC")
              .setLocaleConfig("locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8");
      if (!fresh) {
        builder.setConnectConfig("password", password);
      }
      var server = builder.start();
      var database = new EmbeddedDatabase(server, lock, password);
      if (fresh) {
        database.closeTheDoor(data);
      }
      return database;
    } catch (IOException | SQLException | IllegalStateException e) {
      release(lock);
      throw new CannotStart(
          "the embedded database in "
              + data
              + " did not start ("
              + e.getMessage()
              + "); if FIRSTLINE_SECRET was changed, set the old one",
          "数据目录 " + data + " 中的内置数据库无法启动；若更换过 FIRSTLINE_SECRET，请恢复原值",
          e);
    }
  }

  /** A data source of the owner's role, for migrations. */
  PGSimpleDataSource owner() {
    return Connections.to(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", OWNER, password);
  }

  /** From trust to a password: any user of the machine can reach the loopback address. */
  private void closeTheDoor(Path data) throws SQLException, IOException {
    try (var connection = owner().getConnection();
        var statement = connection.createStatement();
        var role =
            connection.prepareStatement(
                "select format('alter role postgres password %L', ?::text)")) {
      role.setString(1, password);
      try (var result = role.executeQuery()) {
        result.next();
        statement.execute(result.getString(1));
      }
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n",
          StandardCharsets.UTF_8);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static FileChannel lock(Path home) {
    try {
      Files.createDirectories(home);
      var channel =
          FileChannel.open(
              home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new CannotStart(
            "the data folder " + home + " is in use by another server",
            "数据目录 " + home + " 正被另一个服务器使用");
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * After kill -9 of the server its postmaster lives on and holds the data folder. It is asked to
   * stop (SIGINT through the process handle is not portable; SIGTERM waits for clients that are
   * dead), so its pid file decides: alive and a postgres, then it ends before a new one starts.
   */
  private static void stopOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      return;
    }
    var orphan =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .filter(
                process -> process.info().command().map(c -> c.contains("postgres")).orElse(false));
    if (orphan.isEmpty()) {
      return;
    }
    var pid = Long.toString(orphan.get().pid());
    new ProcessBuilder("kill", "-INT", pid).inheritIO().start();
    try {
      orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the old database stopped", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the old database, process " + pid + ", does not stop", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release(lockFile);
    }
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
