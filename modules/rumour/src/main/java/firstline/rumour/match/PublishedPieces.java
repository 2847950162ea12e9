package firstline.rumour.match;

import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is published, as the engine reads it from the database. */
final class PublishedPieces {
  /** A published rebuttal: what it is found by and what an answer shows of it. */
  record Published(
      UUID id, String number, String fact, String verdict, String claim, List<Piece> pieces) {}

  /** A rebuttal that changed, and the transaction that did it. */
  record Change(UUID id, String transaction) {}

  private final Sql sql;

  PublishedPieces(Sql sql) {
    this.sql = sql;
  }

  /** The oldest transaction still running: whatever came before it can be read. */
  String horizon() {
    return sql.one("select pg_snapshot_xmin(pg_current_snapshot())::text", row -> row.text(1));
  }

  /** How many rebuttals the public can read. */
  long count() {
    return sql.one(
        "select count(*) from rebuttal where public_ordinal is not null and withdrawn_at is null",
        row -> row.number(1));
  }

  /** Rebuttals whose text changed in that transaction or later, by id, after {@code last}. */
  List<UUID> changed(String since, UUID last, int most) {
    return sql.list(
        """
        select rebuttal_id from rumour_change
        where changed >= ?::text::xid8 and rebuttal_id > ? order by rebuttal_id limit ?
        """,
        row -> row.id(1),
        since,
        last,
        most);
  }

  /** Rebuttals whose vectors were computed in that transaction or later. */
  List<UUID> embedded(String since, UUID last, int most) {
    return sql.list(
        """
        select rebuttal_id from rumour_change
        where vectors >= ?::text::xid8 and rebuttal_id > ? order by rebuttal_id limit ?
        """,
        row -> row.id(1),
        since,
        last,
        most);
  }

  /** Rebuttals that wait for their vectors, the newest first. */
  List<Change> waiting(int most) {
    return sql.list(
        "select rebuttal_id, changed::text from rumour_change where not embedded"
            + " order by changed desc limit ?",
        row -> new Change(row.id(1), row.text(2)),
        most);
  }

  /** Those of the rebuttals that the public can read now. */
  Map<UUID, Published> read(List<UUID> ids) {
    var found = new LinkedHashMap<UUID, Published>();
    sql.list(
            """
            select r.id, r.number, v.fact, v.verdict, v.claim, v.explanation, v.sources,
              array(select w.text from rumour_wording w where w.rumour_id = r.rumour_id
                order by w.count desc, w.first_seen, w.id limit 100)
            from rebuttal r join rebuttal_version v
              on v.rebuttal_id = r.id and v.ordinal = r.public_ordinal
            where r.id = any (?::text[]::uuid[]) and r.withdrawn_at is null
            """,
            PublishedPieces::published,
            (Object) texts(ids))
        .forEach(one -> found.put(one.id(), one));
    return found;
  }

  private static Published published(Row row) throws SQLException {
    var claim = row.text(5);
    var own = together(List.of(row.text(6), claim, row.text(3), sources(row.text(7))));
    var wordings = new ArrayList<String>();
    wordings.add(claim);
    wordings.addAll(row.texts(8));
    return new Published(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        claim,
        Piece.of(row.id(1), own, wordings));
  }

  /** The parts one after another; what an earlier one says already is not said twice. */
  private static String together(List<String> parts) {
    var own = new StringBuilder();
    for (var part : parts) {
      if (own.indexOf(part) < 0) {
        own.append(part).append('\n');
      }
    }
    return own.toString();
  }

  /** The words of the sources: their titles say what a rumour was about. */
  private static String sources(String json) {
    var words = new StringBuilder();
    try (var reader = Json.createReader(new StringReader(json))) {
      for (var source : reader.readArray().getValuesAs(JsonObject.class)) {
        words
            .append(source.getString("name", ""))
            .append(' ')
            .append(source.getString("url", ""))
            .append('\n');
      }
    }
    return words.toString();
  }

  /** Signs of the rebuttals' pieces. */
  Map<UUID, Map<Integer, long[]>> signs(List<UUID> ids) {
    var signs = new HashMap<UUID, Map<Integer, long[]>>();
    sql.list(
        """
        select v.rebuttal_id, v.piece, v.signs from rumour_vector v
          join rebuttal r on r.id = v.rebuttal_id
        where v.rebuttal_id = any (?::text[]::uuid[])
          and r.public_ordinal is not null and r.withdrawn_at is null
        """,
        row -> {
          var code = new long[Embedder.DIMENSIONS / Long.SIZE];
          ByteBuffer.wrap(row.bytes(3)).asLongBuffer().get(code);
          return signs.computeIfAbsent(row.id(1), id -> new HashMap<>()).put(row.integer(2), code);
        },
        (Object) texts(ids));
    return signs;
  }

  /** Scaled vectors of the rebuttals' first pieces, at most {@code pieces} each. */
  Map<UUID, List<byte[]>> vectors(List<UUID> ids, int pieces) {
    var vectors = new HashMap<UUID, List<byte[]>>();
    sql.list(
        """
        select rebuttal_id, scaled from rumour_vector
        where rebuttal_id = any (?::text[]::uuid[]) and piece < ?
        """,
        row -> vectors.computeIfAbsent(row.id(1), id -> new ArrayList<>()).add(row.bytes(2)),
        (Object) texts(ids),
        pieces);
    return vectors;
  }

  /** Computes what is missing of the rebuttals' vectors and keeps it. */
  void embed(List<Change> changes, Embedder embedder) {
    var ids = changes.stream().map(Change::id).toList();
    var published = read(ids);
    var known = hashes(ids);
    var missing =
        published.values().stream()
            .flatMap(one -> one.pieces().stream())
            .filter(
                piece ->
                    !Arrays.equals(
                        known.getOrDefault(piece.rebuttal(), Map.of()).get(piece.ordinal()),
                        hash(piece.folded())))
            .toList();
    var lines =
        missing.parallelStream()
            .map(
                piece -> {
                  var vector = Vector.of(embedder.embed(piece.folded()));
                  var signs = ByteBuffer.allocate(vector.signs().length * Long.BYTES);
                  signs.asLongBuffer().put(vector.signs());
                  return new Object[] {
                    piece.rebuttal(),
                    piece.ordinal(),
                    hash(piece.folded()),
                    signs.array(),
                    vector.scaled()
                  };
                })
            .toList();
    sql.batch(
        """
        insert into rumour_vector (rebuttal_id, piece, hash, signs, scaled) values (?, ?, ?, ?, ?)
        on conflict (rebuttal_id, piece) do update
          set hash = excluded.hash, signs = excluded.signs, scaled = excluded.scaled
        """,
        lines);
    sql.batch(
        "delete from rumour_vector where rebuttal_id = ? and piece >= ?",
        changes.stream()
            .map(
                change ->
                    new Object[] {
                      change.id(),
                      Optional.ofNullable(published.get(change.id()))
                          .map(one -> one.pieces().size())
                          .orElse(0)
                    })
            .toList());
    // Only now, and only what has not changed again: the other nodes read from here.
    sql.batch(
        """
        update rumour_change set embedded = true, vectors = pg_current_xact_id()
        where rebuttal_id = ? and changed = ?::text::xid8
        """,
        changes.stream().map(change -> new Object[] {change.id(), change.transaction()}).toList());
  }

  private Map<UUID, Map<Integer, byte[]>> hashes(List<UUID> ids) {
    var hashes = new HashMap<UUID, Map<Integer, byte[]>>();
    sql.list(
        "select rebuttal_id, piece, hash from rumour_vector"
            + " where rebuttal_id = any (?::text[]::uuid[])",
        row ->
            hashes
                .computeIfAbsent(row.id(1), id -> new HashMap<>())
                .put(row.integer(2), row.bytes(3)),
        (Object) texts(ids));
    return hashes;
  }

  private static byte[] hash(String folded) {
    return Sha256.of(Embedder.MODEL + folded);
  }

  private static String[] texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
