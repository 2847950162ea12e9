package firstline.publicity.campaign;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Plans a campaign, or writes it anew. */
@ApplicationScoped
public class KeepCampaign {
  private static final int TITLE = 100;
  private static final int TEXT = 1_000;

  /** What a campaign says. */
  public record Plan(
      @NotNull String title,
      @NotNull String summary,
      @NotNull String contact,
      @NotNull LocalDate begins,
      @NotNull LocalDate ends) {
    public Plan {
      title = PlainText.line(title);
      summary = PlainText.lines(summary);
      contact = PlainText.line(contact);
    }

    /**
     * @throws Refusal {@code campaign.title}, {@code campaign.text}, {@code campaign.dates}
     */
    void checked() {
      if (title.isEmpty() || title.length() > TITLE) {
        throw new Refusal("campaign.title", TITLE);
      }
      if (summary.length() > TEXT || contact.length() > TITLE) {
        throw new Refusal("campaign.text", TEXT, TITLE);
      }
      if (ends.isBefore(begins)) {
        throw new Refusal("campaign.dates");
      }
    }
  }

  /** A new one, of the officer's department. */
  public record Command(
      @NotNull @Pattern(regexp = "[0-9]{12}") String area, @NotNull @Valid Plan plan) {}

  /** Another plan for one, as the officer saw it. */
  public record Edit(@NotNull UUID id, long version, @NotNull @Valid Plan plan) {}

  @Inject private Sql sql;
  @Inject private Numbering numbering;
  @Inject private Event<PublicChange> publicChange;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepCampaign() {}

  /** For tests without a server. */
  KeepCampaign(
      Sql sql, Numbering numbering, Event<PublicChange> publicChange, Desk desk, Clock clock) {
    this.sql = sql;
    this.numbering = numbering;
    this.publicChange = publicChange;
    this.desk = desk;
    this.clock = clock;
  }

  /** The id of the new one. */
  @Allows(right = DRAFT)
  @Requirement("R64.9")
  public UUID plan(@Valid Command command) {
    command.plan().checked();
    var id = Ids.next();
    var made =
        sql.update(
            """
            insert into publicity_campaign (id, version, area_code, department_id, department_name,
              number, title, summary, contact, begins, ends, made_at)
            select ?, 1, code, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz from area
            where code = ? and path like any (?)
            """,
            id,
            desk.officer().departmentId(),
            desk.officer().departmentName(),
            numbering.next("campaign", "K-", 3, 1).get(0),
            command.plan().title(),
            command.plan().summary(),
            command.plan().contact(),
            command.plan().begins(),
            command.plan().ends(),
            clock.instant(),
            command.area(),
            desk.scope().patterns());
    if (made == 0) {
      throw new NotFound();
    }
    publicChange.fire(new PublicChange("campaigns"));
    return id;
  }

  @Allows(right = DRAFT)
  @Requirement("R64.9")
  public void edit(@Valid Edit command) {
    command.plan().checked();
    sql.one(
        """
        select 1 from publicity_campaign c join area a on a.code = c.area_code
        where c.id = ? and a.path like any (?)
        """,
        row -> row.integer(1),
        command.id(),
        desk.scope().patterns());
    var changed =
        sql.update(
            """
            update publicity_campaign set version = version + 1, title = ?, summary = ?,
              contact = ?, begins = ?, ends = ? where id = ? and version = ?
            """,
            command.plan().title(),
            command.plan().summary(),
            command.plan().contact(),
            command.plan().begins(),
            command.plan().ends(),
            command.id(),
            command.version());
    if (changed == 0) {
      throw new Conflict();
    }
    publicChange.fire(new PublicChange("campaigns"));
  }
}
