package firstline.console.it;

import firstline.console.signin.Totp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The accounts of the sample city, from the file that a user of the demo reads too. */
record Credentials(String token, List<Account> accounts) {
  record Account(
      String username, String password, String totpSecret, String name, List<String> roles) {
    /** The second factor's code of this moment. */
    String code() {
      return Totp.code(base32(totpSecret), Totp.step(Clock.systemUTC().instant()));
    }
  }

  static Credentials read() {
    return of(Path.of(System.getProperty("home")));
  }

  static Credentials of(Path home) {
    var file = home.resolve("demo-credentials.json");
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      var object = reader.readObject();
      var accounts =
          object.getJsonArray("accounts").getValuesAs(JsonObject.class).stream()
              .map(
                  account ->
                      new Account(
                          account.getString("username"),
                          account.getString("password"),
                          account.getString("totpSecret", ""),
                          account.getString("name"),
                          account
                              .getJsonArray("roles")
                              .getValuesAs(value -> value.toString().replace("\"", ""))))
              .toList();
      return new Credentials(object.getString("token"), accounts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The n-th account with the role, counted from 0. */
  Account with(String role, int n) {
    return accounts.stream()
        .filter(account -> account.roles().contains(role))
        .skip(n)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no account " + n + " with role " + role));
  }

  /** The account with the username. */
  Account named(String username) {
    return accounts.stream()
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no account " + username));
  }

  private static byte[] base32(String text) {
    var clean = text.toUpperCase(Locale.ROOT).replace(" ", "");
    var bytes = new byte[clean.length() * 5 / 8];
    var buffer = 0L;
    var bits = 0;
    var next = 0;
    for (var c : clean.toCharArray()) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }
}
