package firstline.console.bulletin;

import static firstline.console.bulletin.BulletinRights.REVIEW;
import static firstline.console.bulletin.BulletinRights.SIGN;

import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Approves a bulletin, gives it back, or signs it, which issues it. */
@ApplicationScoped
public class ReviewBulletin {
  /**
   * What somebody read and agrees with.
   *
   * @param hash of what was read
   */
  public record Approve(@NotNull UUID id, long version, @NotBlank String hash) {}

  /** Given back with a reason. */
  public record Return(
      @NotNull UUID id,
      long version,
      @NotBlank String hash,
      @NotBlank @Size(max = 1000) String reason) {}

  @Inject private Sql sql;
  @Inject private Bulletins bulletins;
  @Inject private Reviews reviews;
  @Inject private Numbering numbering;
  @Inject private TellOfBulletin tell;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ReviewBulletin() {}

  /** For tests without a server. */
  ReviewBulletin(
      Sql sql,
      Bulletins bulletins,
      Reviews reviews,
      Numbering numbering,
      TellOfBulletin tell,
      Desk desk,
      Clock clock) {
    this.sql = sql;
    this.bulletins = bulletins;
    this.reviews = reviews;
    this.numbering = numbering;
    this.tell = tell;
    this.desk = desk;
    this.clock = clock;
  }

  /** The first of two. */
  @Allows(right = REVIEW)
  @Requirement("R100.3")
  public void approve(@Valid Approve command) {
    var held = bulletins.at(command.id(), command.version());
    held.require(BulletinState.IN_REVIEW);
    reviews.approve(held.subject(), command.hash());
    sql.update(
        "update bulletin set version = version + 1, state = 'APPROVED' where id = ?", held.id());
  }

  /** Back to its writers; its figures are counted anew when it is submitted again. */
  @Allows(right = REVIEW)
  @Requirement("R100.3")
  public void giveBack(@Valid Return command) {
    back(command, BulletinState.IN_REVIEW);
  }

  /** The same by who would sign. */
  @Allows(right = SIGN)
  @Requirement("R100.3")
  public void decline(@Valid Return command) {
    back(command, BulletinState.APPROVED);
  }

  private void back(Return command, BulletinState from) {
    var held = bulletins.at(command.id(), command.version());
    held.require(from);
    reviews.giveBack(held.subject(), command.hash(), command.reason());
    bulletins.thaw(held);
    sql.update(
        """
        update bulletin set version = version + 1, state = 'DRAFT', hash = null,
          submitted_at = null, returned_why = ? where id = ?
        """,
        command.reason().strip(),
        held.id());
  }

  /**
   * The second of two; the bulletin gets its number, is public and is handed over.
   *
   * @throws Refusal {@code review.…}
   */
  @Allows(right = SIGN)
  @Requirement({"R100.3", "R100.4"})
  public void sign(@Valid Approve command) {
    var held = bulletins.at(command.id(), command.version());
    held.require(BulletinState.APPROVED);
    reviews.approve(held.subject(), command.hash());
    var outgoing =
        held.text().hash(held.frame(), held.text().figures(), bulletins.frozen(held.id()));
    reviews.requirePublishable(held.subject(), outgoing);
    sql.update(
        """
        update bulletin set version = version + 1, state = 'ISSUED', number = ?, issued_at = ?,
          issued_name = ? where id = ?
        """,
        Objects.requireNonNull(numbering.next("bulletin", "Z-", 4, 1).get(0)),
        clock.instant(),
        desk.officer().name(),
        held.id());
    tell.issued(held.id());
  }
}
