package firstline.broadcast.sample;

import firstline.broadcast.fleet.Assignments;
import firstline.broadcast.signature.Ed25519;
import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The folder {@code fleet} of the data folder, which the server and the simulated fleet share:
 *
 * <ul>
 *   <li>{@code keys.csv}: {@code serial,publicKey}, by the fleet
 *   <li>{@code codes.csv}: {@code serial,code}, mode 600
 *   <li>{@code month}: an empty folder if there is to be a month before
 *   <li>{@code past/<serial>}: a line with the assignment, then one for each programme, as signed
 * </ul>
 */
@ApplicationScoped
@Allows(right = Rights.WITHIN, reads = true)
public class FleetFolder {
  static final String KEYS = "keys.csv";
  private static final String CODES = "codes.csv";
  private static final String PAST = "past";
  private static final String MONTH = "month";

  /** A speaker that is to be. */
  public record Key(String serial, byte[] publicKey) {}

  /** A speaker of the fleet. */
  public record Member(String serial, UUID audience, String code) {}

  @Inject private Sql sql;
  @Inject private Assignments assignments;

  /** What a founding that was not committed has left. */
  static void clear(Path home) throws IOException {
    var past = Files.createDirectories(home.resolve(PAST));
    try (var left = Files.list(past)) {
      for (var file : left.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lines that hold no key are passed over. */
  static List<Key> keys(Path home) {
    try {
      return Files.readAllLines(home.resolve(KEYS), StandardCharsets.UTF_8).stream()
          .map(line -> line.split(",", -1))
          .filter(parts -> parts.length == 2)
          .flatMap(
              parts ->
                  Ed25519.bytes(parts[1])
                      .filter(key -> Ed25519.key(key).isPresent())
                      .map(key -> new Key(parts[0], key))
                      .stream())
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Requirement("R43.1")
  static void writeCodes(Path home, List<Member> speakers) throws IOException {
    Settings.writePrivate(
        home.resolve(CODES),
        speakers.stream()
            .map(speaker -> speaker.serial() + ',' + speaker.code() + '\n')
            .collect(Collectors.joining()));
  }

  @SuppressWarnings("NullAway.Init")
  protected FleetFolder() {}

  /** For tests without a server. */
  FleetFolder(Sql sql, Assignments assignments) {
    this.sql = sql;
    this.assignments = assignments;
  }

  /** True if the fleet is to live through the month before. */
  static boolean hasMonth(Path home) {
    return Files.exists(home.resolve(MONTH));
  }

  /** What each speaker is told of itself. */
  void writeAssignments(Path home, List<Member> speakers) throws IOException {
    for (var speaker : speakers) {
      add(home, speaker, assignments.of(speaker.serial()));
    }
  }

  /** Adds the programmes as they are now, for each speaker that of its audience. */
  @Requirement("R43.2")
  void writeProgrammes(Path home, List<Member> speakers) throws IOException {
    var bodies = new HashMap<UUID, byte[]>();
    sql.list("select audience_id, body from programme", row -> bodies.put(row.id(1), row.bytes(2)));
    for (var speaker : speakers) {
      var body = bodies.get(speaker.audience());
      if (body != null) {
        add(home, speaker, body);
      }
    }
  }

  private static void add(Path home, Member speaker, byte[] object) throws IOException {
    var line = Arrays.copyOf(object, object.length + 1);
    line[object.length] = '\n';
    Files.write(
        home.resolve(PAST).resolve(speaker.serial()),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
