package firstline.publicity.likeness;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.publicity.picture.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What looks alike. Each node keeps the fingerprints in memory and reads on in the table before it
 * answers; a restart reads it from the front.
 */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class Likenesses {
  /** A row may become visible after one with a higher number: so many are read again. */
  private static final int LATE = 1_000;

  private static final int SHOWN = 12;

  /**
   * A version that looks like it.
   *
   * @param distance in bits; 0 may be the same file
   * @param same true if it is the very file
   */
  public record Like(
      UUID material,
      UUID version,
      String number,
      String title,
      int ordinal,
      String state,
      String sha256,
      int distance,
      boolean same) {}

  private final FingerprintIndex index = new FingerprintIndex();
  private final Set<Long> late = new HashSet<>();
  private long read;

  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected Likenesses() {}

  /** For tests without a server. */
  public Likenesses(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /** The fingerprint of a picture file; empty if it cannot be read. */
  public static Optional<Long> fingerprint(Path file, String mediaType) {
    if (!Picture.TYPES.contains(mediaType)) {
      return Optional.empty();
    }
    try (var picture = Picture.open(file, mediaType)) {
      return Optional.of(Fingerprint.of(picture.read(Fingerprint.SIDE)));
    } catch (IOException e) {
      // Broken in the middle: whoever makes the renditions says so.
      return Optional.empty();
    }
  }

  /** Notes how a content looks; once for each. */
  @Allows(right = Rights.WITHIN)
  public void note(String sha256, long fingerprint) {
    sql.update(
        "insert into fingerprint (sha256, bits, at) values (?, ?, ?) on conflict do nothing",
        sha256,
        fingerprint,
        clock.instant());
  }

  /**
   * Versions that the officer may see and that are the same file or look like it, the likest first.
   */
  @Allows(right = DRAFT, reads = true)
  @Requirement({"R68.1", "R68.3"})
  public List<Like> of(String sha256) {
    return among(sha256, desk.scope().patterns());
  }

  /** The same of what lies in the areas of these paths or is public, for another use case. */
  @Allows(right = Rights.WITHIN, reads = true)
  public List<Like> among(String sha256, String[] paths) {
    var hashes = new HashSet<String>();
    hashes.add(sha256);
    var bits =
        sql.first("select bits from fingerprint where sha256 = ?", row -> row.number(1), sha256);
    if (bits.isPresent()) {
      readOn();
      hashes.addAll(named(index.near(bits.get()).stream().map(one -> one.number()).toList()));
    }
    return sql
        .list(
            """
            select m.id, v.id, m.number, v.title, v.ordinal, v.state, v.sha256,
              coalesce(bit_count((p.bits # ?)::bit(64)), 0)
            from material_version v join material m on m.id = v.material_id
              join area a on a.code = v.area_code left join fingerprint p on p.sha256 = v.sha256
            where v.sha256 = any (?) and (a.path like any (?) or v.published_at is not null)
            order by v.drafted_at desc limit 200
            """,
            row ->
                new Like(
                    row.id(1),
                    row.id(2),
                    row.text(3),
                    row.text(4),
                    row.integer(5),
                    row.text(6),
                    row.text(7),
                    row.integer(8),
                    row.text(7).equals(sha256)),
            bits.orElse(0L),
            hashes.toArray(String[]::new),
            paths)
        .stream()
        .sorted(Comparator.comparing((Like one) -> !one.same()).thenComparing(Like::distance))
        .limit(SHOWN)
        .toList();
  }

  private List<String> named(List<Long> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : sql.list(
            "select sha256 from fingerprint where seq = any (?::bigint[])",
            row -> row.text(1),
            (Object) numbers.stream().map(String::valueOf).toArray(String[]::new));
  }

  private synchronized void readOn() {
    var rows =
        sql.list(
            "select seq, bits from fingerprint where seq > ? order by seq",
            row -> new long[] {row.number(1), row.number(2)},
            Math.max(0, read - LATE));
    for (var row : rows) {
      if (late.add(row[0])) {
        index.add(row[1], row[0]);
        read = Math.max(read, row[0]);
      }
    }
    late.removeIf(number -> number <= read - LATE);
  }
}
