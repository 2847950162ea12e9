package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.PRINT;
import static firstline.publicity.PublicityRights.READ;
import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger as officers see it: batches of their areas, and their own store. */
@ApplicationScoped
public class LedgerQueries {
  static final int SIZE = 50;
  private static final int LATEST = 200;

  /**
   * A batch.
   *
   * @param cost in fen
   */
  public record Batch(
      UUID id,
      String number,
      String title,
      UUID material,
      UUID version,
      String areaName,
      String printer,
      long cost,
      Balance balance,
      Instant printedAt) {}

  /** What is on the way (received is null) or came with copies missing. */
  public record Consignment(
      UUID id,
      UUID batch,
      String number,
      String title,
      String from,
      String fromName,
      String to,
      String toName,
      long sent,
      @Nullable Long received,
      long open,
      Instant sentAt) {}

  /**
   * A movement, as it was told.
   *
   * @param photo true if there is a picture of it
   */
  public record Told(
      UUID id,
      boolean photo,
      Instant at,
      String kind,
      String areaName,
      String toName,
      long quantity,
      String place,
      @Nullable Long reach,
      String basis,
      String reason,
      String officerName) {}

  /** What the officer's store has of a batch. */
  public record Stock(UUID batch, String number, String title, long quantity) {}

  /** What a scanned code says. */
  public record Code(String code, UUID batch) {}

  /** An area to which copies may go. */
  public record Place(String code, String name) {}

  /** A version that may be printed. */
  public record Printable(UUID id, String number, String title, int ordinal) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  /** A page of the batches, the newest first. */
  @Allows(right = READ, reads = true)
  @Requirement("R125.3")
  public Page<Batch> list(String words, Cursor cursor) {
    var select =
        Select.from(
                """
                select b.id, b.number, v.title, v.material_id, v.id, a.name, b.printer, b.cost,
                  b.printed, b.stock, b.handed_out, b.destroyed, b.lost, b.printed_at
                from print_run b join material_version v on v.id = b.version_id
                  join area a on a.code = b.area_code
                """)
            // Who may have copies of a batch is below the area that printed it.
            .where(
                """
                a.path like any (?) or exists (
                  select 1 from holding h join area s on s.code = h.area_code
                  where h.batch_id = b.id and s.path like any (?))
                """,
                desk.scope().patterns(),
                desk.scope().patterns())
            .whereSet("strpos(b.number || ' ' || v.title, ?) > 0", words.strip());
    select.newestFirst("b.printed_at", "b.id", cursor, SIZE);
    return Page.of(
        sql.list(select, LedgerQueries::batch),
        SIZE,
        cursor,
        line -> Cursor.of(line.printedAt(), line.id()));
  }

  private static Batch batch(Row row) throws SQLException {
    return new Batch(
        row.id(1),
        row.text(2),
        row.text(3),
        row.id(4),
        row.id(5),
        row.text(6),
        row.text(7),
        row.number(8),
        new Balance(row.number(9), row.number(10), row.number(11), row.number(12), row.number(13)),
        row.instant(14));
  }

  /** One batch, of which something is or was within the officer's scope. */
  @Allows(right = READ, reads = true)
  public Batch one(UUID id) {
    return sql.one(
        """
        select b.id, b.number, v.title, v.material_id, v.id, a.name, b.printer, b.cost,
          b.printed, b.stock, b.handed_out, b.destroyed, b.lost, b.printed_at
        from print_run b join material_version v on v.id = b.version_id
          join area a on a.code = b.area_code
        where b.id = ? and (a.path like any (?) or exists (
          select 1 from holding h join area s on s.code = h.area_code
          where h.batch_id = b.id and s.path like any (?)))
        """,
        LedgerQueries::batch,
        id,
        desk.scope().patterns(),
        desk.scope().patterns());
  }

  /** What of it is on the way or missing, the oldest first. */
  @Allows(right = READ, reads = true)
  public List<Consignment> open(UUID batch) {
    return sql.list(
        """
        select c.id, c.batch_id, b.number, v.title, c.from_area, f.name, c.to_area, t.name, c.sent,
          c.received, c.open, c.sent_at
        from consignment c join print_run b on b.id = c.batch_id
          join material_version v on v.id = b.version_id
          join area f on f.code = c.from_area join area t on t.code = c.to_area
        where c.batch_id = ? and c.open > 0 and (f.path like any (?) or t.path like any (?))
        order by c.sent_at, c.id
        """,
        LedgerQueries::consignment,
        batch,
        desk.scope().patterns(),
        desk.scope().patterns());
  }

  /** What is on the way to the officer's store, and what came short of what it sent. */
  @Allows(right = STOCK, reads = true)
  public List<Consignment> mine() {
    var area = desk.officer().areaCode();
    return sql.list(
        """
        select c.id, c.batch_id, b.number, v.title, c.from_area, f.name, c.to_area, t.name, c.sent,
          c.received, c.open, c.sent_at
        from consignment c join print_run b on b.id = c.batch_id
          join material_version v on v.id = b.version_id
          join area f on f.code = c.from_area join area t on t.code = c.to_area
        where c.open > 0 and ((c.to_area = ? and c.received is null)
          or (c.from_area = ? and c.received is not null))
        order by c.sent_at, c.id limit 200
        """,
        LedgerQueries::consignment,
        area,
        area);
  }

  private static Consignment consignment(Row row) throws SQLException {
    var received = row.textOrNull(10);
    return new Consignment(
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.number(9),
        received == null ? null : Long.valueOf(received),
        row.number(11),
        row.instant(12));
  }

  /** What happened to it within the scope, the newest first. */
  @Allows(right = READ, reads = true)
  public List<Told> movements(UUID batch, String kind) {
    var select =
        Select.from(
                """
                select m.at, m.kind, a.name, coalesce(t.name, ''), m.quantity, m.place, m.reach,
                  m.basis, m.reason, m.officer_name, m.id,
                  exists (select 1 from movement_photo p where p.movement_id = m.id)
                from movement m join area a on a.code = m.area_code
                  left join area t on t.code = m.to_area
                """)
            .where("m.batch_id = ?", batch)
            .where("a.path like any (?)", (Object) desk.scope().patterns())
            .whereSet("m.kind = ?", kind)
            .end("order by m.at desc, m.id desc limit ?", LATEST);
    return sql.list(
        select,
        row -> {
          var reach = row.textOrNull(7);
          return new Told(
              row.id(11),
              row.flag(12),
              row.instant(1),
              row.text(2),
              row.text(3),
              row.text(4),
              row.number(5),
              row.text(6),
              reach == null ? null : Long.valueOf(reach),
              row.text(8),
              row.text(9),
              row.text(10));
        });
  }

  /** What the store of the officer's own area has. */
  @Allows(right = STOCK, reads = true)
  public List<Stock> stock() {
    return sql.list(
        """
        select b.id, b.number, v.title, h.quantity from holding h
          join print_run b on b.id = h.batch_id join material_version v on v.id = b.version_id
        where h.area_code = ? and (h.quantity > 0 or h.lost > 0) order by b.printed_at desc, b.id
        limit 500
        """,
        row -> new Stock(row.id(1), row.text(2), row.text(3), row.number(4)),
        desk.officer().areaCode());
  }

  /** The codes on the copies that are in the officer's store or on the way to it. */
  @Allows(right = STOCK, reads = true)
  @Requirement("R63.3")
  public List<Code> codes() {
    var area = desk.officer().areaCode();
    return sql.list(
        """
        select c.code, c.batch_id from scan_code c where c.batch_id in (
          select batch_id from holding where area_code = ? and (quantity > 0 or lost > 0)
          union select batch_id from consignment
            where to_area = ? and open > 0 and received is null)
        order by c.made_at desc, c.code limit 20000
        """,
        row -> new Code(row.text(1), row.id(2)),
        area,
        area);
  }

  /** Where the officer's store may send: below it first, then above and beside. */
  @Allows(right = STOCK, reads = true)
  public List<Place> places() {
    return sql.list(
        """
        select a.code, a.name from area a join area me on me.code = ?
        where a.code <> me.code and (a.parent = me.code or a.code = me.parent
          or a.parent = me.parent)
        order by a.parent is distinct from me.code, a.code limit 500
        """,
        row -> new Place(row.text(1), row.text(2)),
        desk.officer().areaCode());
  }

  /** What may go to a printer, the newest first. */
  @Allows(right = PRINT, reads = true)
  public List<Printable> printable() {
    return sql.list(
        """
        select v.id, m.number, v.title, v.ordinal from material_version v
          join material m on m.id = v.material_id join area a on a.code = v.area_code
        where v.state in ('APPROVED', 'PUBLISHED') and m.kind = any (?)
          and (a.path like any (?) or v.published_at is not null)
        order by v.drafted_at desc, v.id limit 200
        """,
        row -> new Printable(row.id(1), row.text(2), row.text(3), row.integer(4)),
        Kind.printed().stream().map(Enum::name).toArray(String[]::new),
        desk.scope().patterns());
  }
}
