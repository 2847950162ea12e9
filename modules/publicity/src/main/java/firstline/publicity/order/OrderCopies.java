package firstline.publicity.order;

import static firstline.publicity.PublicityRights.STOCK;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.publicity.ledger.Quantity;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;

/** Asks for copies. */
@ApplicationScoped
public class OrderCopies {
  static final int LINE = 200;

  /**
   * An order.
   *
   * @param area 12-digit code of the area whose store is to have them
   * @param department true if the officer's department asks for itself, not for the area
   * @param quantity copies
   */
  public record Command(
      @NotNull String area,
      boolean department,
      @NotNull UUID version,
      long quantity,
      @NotNull String purpose) {}

  private record Place(String level, String path) {}

  private record Asked(String kind, boolean valid) {}

  @Inject private Sql sql;
  @Inject private Quotas quotas;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected OrderCopies() {}

  /** For tests without a server. */
  OrderCopies(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.quotas = new Quotas(sql, clock);
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The id of the order.
   *
   * @throws Refusal {@code order.area}, {@code order.top}, {@code order.withdrawn}, {@code
   *     order.not-printed}, {@code order.purpose}
   */
  @Allows(right = STOCK)
  @Requirement({"R62.1", "R62.7"})
  public UUID order(@Valid Command command) {
    var quantity = Quantity.checked(command.quantity());
    var purpose = PlainText.line(command.purpose());
    if (purpose.isEmpty() || purpose.length() > LINE) {
      throw new Refusal("order.purpose", LINE);
    }
    var place = place(command.area());
    var unit =
        command.department()
            ? Unit.DEPARTMENT
            : Unit.ofLevel(place.level()).orElseThrow(() -> new Refusal("order.top"));
    requireValid(command.version());
    var officer = desk.officer();
    var month = quotas.ofUnit(unit, command.area(), place.path(), officer.departmentId());
    var id = Ids.next();
    sql.update(
        """
        insert into copy_order (id, area_code, unit, department_id, department_name, number,
          version_id, asked, purpose, officer_id, officer_name, asked_at, quota, used, granted)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        command.area(),
        unit.name(),
        officer.departmentId(),
        officer.departmentName(),
        numbering.next("copy-order", "O-", 4, 1).get(0),
        command.version(),
        quantity,
        purpose,
        officer.id(),
        officer.name(),
        clock.instant(),
        month.quota(),
        month.used(),
        month.has(quantity) ? quantity : null);
    return id;
  }

  private Place place(String area) {
    // Locked, so that two orders at once are not both within what is left of the quota.
    return sql.first(
            "select level, path from area where code = ? for no key update",
            row -> new Place(row.text(1), row.text(2)),
            area)
        .filter(place -> desk.scope().covers(place.path()))
        .orElseThrow(() -> new Refusal("order.area"));
  }

  private void requireValid(UUID version) {
    var asked =
        sql.one(
            """
            select m.kind, v.state in ('APPROVED', 'PUBLISHED')
              and coalesce(v.valid_until >= ?, true)
            from material_version v join material m on m.id = v.material_id where v.id = ?
            """,
            row -> new Asked(row.text(1), row.flag(2)),
            quotas.today(),
            version);
    if (!asked.valid()) {
      throw new Refusal("order.withdrawn");
    }
    if (!Kind.valueOf(asked.kind()).isPrinted()) {
      throw new Refusal("order.not-printed");
    }
  }
}
