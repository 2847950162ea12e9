package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.STOCK;
import static firstline.publicity.ledger.Movement.Kind.COUNT;
import static firstline.publicity.ledger.Movement.Kind.DESTROY;
import static firstline.publicity.ledger.Movement.Kind.HAND_OUT;
import static firstline.publicity.ledger.Movement.Kind.LOSE;
import static firstline.publicity.ledger.Movement.Kind.RECEIVE;
import static firstline.publicity.ledger.Movement.Kind.SEND;
import static firstline.publicity.ledger.Movement.Kind.SETTLE_BACK;
import static firstline.publicity.ledger.Movement.Kind.SETTLE_LOST;

import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many storekeepers who move copies of some batches at once, by drawn lots. */
record RandomMovements(Town town, List<UUID> batches, int threads) {
  private static final Clock CLOCK = Clock.systemUTC();

  /** What random movements may be refused for. */
  private static final Set<String> REFUSED =
      Set.of(
          "not-found",
          "ledger.stock",
          "ledger.way",
          "ledger.own-receipt",
          "ledger.received",
          "ledger.open",
          "ledger.found",
          "ledger.more-than-sent");

  /** Tells so many movements; how many of them were carried out. */
  long tell(int movements) throws InterruptedException, ExecutionException {
    var work = new ArrayList<Callable<Long>>();
    for (var seed = 0; seed < threads; seed++) {
      var random = new Random(seed);
      work.add(() -> wander(random, movements / threads));
    }
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var moved = 0L;
      for (var future : pool.invokeAll(work)) {
        moved += future.get();
      }
      return moved;
    } finally {
      pool.shutdown();
    }
  }

  private long wander(Random random, int count) throws SQLException {
    var desk = town.desk(STOCK, town.county());
    var kinds = Movement.Kind.values();
    var moved = 0L;
    try (var connection = TestDatabase.application().getConnection()) {
      connection.setAutoCommit(false);
      for (var i = 0; i < count; i++) {
        var kind = kinds[random.nextInt(kinds.length)];
        var batch = batches.get(random.nextInt(batches.size()));
        moved += carriedOut(connection, desk, drawn(connection, batch, kind, random)) ? 1 : 0;
      }
    }
    return moved;
  }

  private static boolean carriedOut(Connection connection, Desk desk, Movement movement) {
    try {
      TestDatabase.inTransaction(
          connection, sql -> new MoveCopies(sql, desk, CLOCK).move(movement));
      return true;
    } catch (Refusal refusal) {
      if (!REFUSED.contains(refusal.code())) {
        throw refusal;
      }
      return false;
    }
  }

  /** Seen in a transaction of its own: by the time it is told, others have moved. */
  private Movement drawn(Connection connection, UUID batch, Movement.Kind kind, Random random) {
    return TestDatabase.inTransaction(connection, sql -> drawn(sql, batch, kind, random));
  }

  private Movement drawn(Sql sql, UUID batch, Movement.Kind kind, Random random) {
    var place = random.nextInt(5);
    var area = place == 0 ? town.county() : town.town(place);
    if (kind == RECEIVE || kind == SETTLE_BACK || kind == SETTLE_LOST) {
      var open =
          kind == RECEIVE ? coming(sql, batch, area, random) : missing(sql, batch, area, kind);
      if (open.isPresent()) {
        return open.get();
      }
    }
    if (kind == COUNT) {
      var there =
          sql.first(
                  "select quantity from holding where batch_id = ? and area_code = ?",
                  row -> row.number(1),
                  batch,
                  area)
              .orElse(0L);
      return Town.of(COUNT, batch, area, "", null, Math.max(0, there + random.nextInt(9) - 5));
    }
    var usual = kind == SEND ? 200 : kind == LOSE || kind == DESTROY ? 3 : 20;
    return Town.of(
        kind == RECEIVE || kind == SETTLE_BACK ? SEND : kind == SETTLE_LOST ? HAND_OUT : kind,
        batch,
        area,
        kind == SEND || kind == RECEIVE || kind == SETTLE_BACK ? other(random) : "",
        null,
        1 + random.nextInt(usual));
  }

  private static Optional<Movement> coming(Sql sql, UUID batch, String area, Random random) {
    return sql.first(
        """
        select id, open from consignment
        where to_area = ? and open > 0 and batch_id = ? and received is null
        order by id desc offset ? limit 1
        """,
        row -> Town.of(RECEIVE, batch, area, "", row.id(1), row.number(2) - random.nextInt(2)),
        area,
        batch,
        random.nextInt(4));
  }

  private static Optional<Movement> missing(Sql sql, UUID batch, String area, Movement.Kind kind) {
    return sql.first(
        """
        select id, open from consignment
        where from_area = ? and open > 0 and batch_id = ? and received is not null
        order by id desc limit 1
        """,
        row -> Town.of(kind, batch, area, "", row.id(1), row.number(2)),
        area,
        batch);
  }

  private String other(Random random) {
    return random.nextInt(3) == 0 ? town.county() : town.town(1 + random.nextInt(4));
  }

  /** Printed less everything that the rows of each batch say became of it: zeros if it adds up. */
  List<Long> unaccounted() {
    return batches.stream()
        .map(
            batch ->
                TestDatabase.sql()
                    .one(
                        """
                        select b.printed - b.handed_out - b.destroyed - b.lost
                          - (select coalesce(sum(quantity), 0) from holding where batch_id = b.id)
                          - (select coalesce(sum(open), 0) from consignment where batch_id = b.id)
                        from print_run b where b.id = ?
                        """,
                        row -> row.number(1),
                        batch))
        .toList();
  }

  /** The same of what was handed out, less the movements that say so. */
  List<Long> untold() {
    return batches.stream()
        .map(
            batch ->
                TestDatabase.sql()
                    .one(
                        """
                        select b.handed_out - (select coalesce(sum(quantity), 0) from movement
                          where batch_id = b.id and kind = 'HAND_OUT')
                        from print_run b where b.id = ?
                        """,
                        row -> row.number(1),
                        batch))
        .toList();
  }
}
