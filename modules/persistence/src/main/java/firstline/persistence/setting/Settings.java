package firstline.persistence.setting;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of this installation, read once through MicroProfile Config (environment, system
 * properties, file). Usable before CDI is up, since the database is opened first.
 *
 * @param home the data folder
 * @param demo true for the sample city, false for production
 * @param url the public address; https switches Secure cookies and HSTS on
 * @param secret at least 32 characters; every key of the product is derived from it
 * @param database the external PostgreSQL, or empty for the embedded one
 * @param speed how many times as fast a demo's time runs; 1 for the machine's own
 */
public record Settings(
    Path home, boolean demo, URI url, String secret, Optional<External> database, int speed) {

  /** An external PostgreSQL: JDBC address, user (owner of the schema) and password. */
  public record External(String url, String user, String password) {}

  private static final int SECRET_LENGTH = 32;
  private static final Set<String> KNOWN =
      Set.of("changeme", "change-me", "secret", "password", "firstline", "example", "123456");

  /** Settings of the running server. */
  public static Settings current() {
    return Holder.CURRENT;
  }

  /**
   * Reads and checks the settings.
   *
   * @throws CannotStart in words for the person who starts the server
   */
  public static Settings read(Config config) {
    var home =
        Path.of(config.getOptionalValue("firstline.home", String.class).orElse(".firstline"))
            .toAbsolutePath()
            .normalize();
    var demo =
        config
            .getOptionalValue("firstline.profile", String.class)
            .map("demo"::equals)
            .orElse(Boolean.FALSE);
    var url =
        URI.create(
            config.getOptionalValue("firstline.url", String.class).orElse("http://127.0.0.1:8080"));
    try {
      Files.createDirectories(home);
      var secret =
          config
              .getOptionalValue("firstline.secret", String.class)
              .orElseGet(() -> demo ? keptSecret(home) : "");
      if (isWeak(secret)) {
        throw new CannotStart(
            "FIRSTLINE_SECRET must be at least 32 characters and not a known word; make one with:"
                + " openssl rand -base64 48",
            "FIRSTLINE_SECRET 必须至少 32 个字符且不能是常见词；可用 openssl rand -base64 48 生成");
      }
      return new Settings(
          home,
          demo,
          url,
          secret,
          external(config),
          config.getOptionalValue("firstline.speed", Integer.class).orElse(1));
    } catch (IOException e) {
      throw new CannotStart(
          "the data folder " + home + " cannot be written: " + e.getMessage(),
          "数据目录 " + home + " 无法写入：" + e.getMessage(),
          e);
    }
  }

  private static Optional<External> external(Config config) {
    return config
        .getOptionalValue("firstline.db.url", String.class)
        .filter(address -> !address.isBlank())
        .map(
            address -> {
              var password = config.getOptionalValue("firstline.db.password", String.class);
              if (password.isEmpty() || KNOWN.contains(password.get().toLowerCase(Locale.ROOT))) {
                throw new CannotStart(
                    "FIRSTLINE_DB_PASSWORD is empty or a known word",
                    "FIRSTLINE_DB_PASSWORD 为空或是常见词");
              }
              return new External(
                  address,
                  config.getOptionalValue("firstline.db.user", String.class).orElse("firstline"),
                  password.get());
            });
  }

  static boolean isWeak(String secret) {
    var lower = secret.toLowerCase(Locale.ROOT);
    return secret.length() < SECRET_LENGTH
        || secret.chars().distinct().count() < 8
        || KNOWN.stream().anyMatch(word -> lower.replace(word, "").length() < 8);
  }

  /** The demo's own secret, made at the first start and kept in the data folder. */
  private static String keptSecret(Path home) {
    var file = home.resolve("secret");
    try {
      if (!Files.exists(file)) {
        var bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new CannotStart(
          "the secret in " + file + " cannot be read or written", "无法读写密钥文件 " + file, e);
    }
  }

  /** Writes a file that only its owner can read, or not at all. */
  public static void writePrivate(Path file, String text) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part);
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          part, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** True when the console is reached over TLS. */
  public boolean secure() {
    return "https".equals(url.getScheme());
  }

  /** Read at the first use: before CDI, by the data source. */
  private static final class Holder {
    static final Settings CURRENT = read(ConfigProvider.getConfig(Settings.class.getClassLoader()));
  }
}
