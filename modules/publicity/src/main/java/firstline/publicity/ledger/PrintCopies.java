package firstline.publicity.ledger;

import static firstline.publicity.PublicityRights.PRINT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Takes a print run into the ledger: all of it is in one store. */
@ApplicationScoped
public class PrintCopies {
  private static final Set<String> PRINTABLE = Set.of("APPROVED", "PUBLISHED");
  private static final long DEAREST = 100_000_000_000L;

  /**
   * A print run.
   *
   * @param area 12-digit code of the area whose store takes it
   * @param cost of all of it, in fen
   */
  public record Command(
      @NotNull UUID version,
      @NotNull @Pattern(regexp = "[0-9]{12}") String area,
      @NotNull String printer,
      long quantity,
      long cost) {}

  private record Printed(String kind, String state, String path) {}

  @Inject private Sql sql;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected PrintCopies() {}

  /** For tests without a server. */
  PrintCopies(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /** The id of the batch. */
  @Allows(right = PRINT)
  @Requirement({"R61.1", "R61.3"})
  public UUID print(@Valid Command command) {
    var quantity = Quantity.checked(command.quantity());
    var printer = PlainText.line(command.printer());
    if (printer.isEmpty() || printer.length() > 100) {
      throw new Refusal("ledger.printer");
    }
    if (command.cost() < 0 || command.cost() > DEAREST) {
      throw new Refusal("ledger.cost");
    }
    var version =
        sql.one(
            """
            select m.kind, v.state, a.path from material_version v
              join material m on m.id = v.material_id join area a on a.code = ?
            where v.id = ?
            """,
            row -> new Printed(row.text(1), row.text(2), row.text(3)),
            command.area(),
            command.version());
    if (!desk.scope().covers(version.path())) {
      throw new NotFound();
    }
    if (!Kind.valueOf(version.kind()).isPrinted() || !PRINTABLE.contains(version.state())) {
      throw new Refusal("ledger.not-printed");
    }
    var id = Ids.next();
    var officer = desk.officer();
    sql.update(
        """
        insert into print_run (id, area_code, department_id, department_name, number, version_id,
          printer, cost, printed, stock, printed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        command.area(),
        officer.departmentId(),
        officer.departmentName(),
        numbering.next("print-run", "P-", 4, 1).get(0),
        command.version(),
        printer,
        command.cost(),
        quantity,
        quantity,
        clock.instant());
    sql.update(
        "insert into holding (batch_id, area_code, quantity) values (?, ?, ?)",
        id,
        command.area(),
        quantity);
    return id;
  }
}
