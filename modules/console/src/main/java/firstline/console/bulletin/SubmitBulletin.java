package firstline.console.bulletin;

import static firstline.console.bulletin.BulletinRights.WRITE;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.review.Review.Lane;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hands a bulletin to its reviewer and its signer, with its figures frozen. */
@ApplicationScoped
public class SubmitBulletin {
  public record Command(@NotNull UUID id, long version) {}

  /** One reviews, another signs. */
  private static final int STEPS = 2;

  @Inject private Sql sql;
  @Inject private Bulletins bulletins;
  @Inject private Reviews reviews;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected SubmitBulletin() {}

  /** For tests without a server. */
  SubmitBulletin(Sql sql, Bulletins bulletins, Reviews reviews, Clock clock) {
    this.sql = sql;
    this.bulletins = bulletins;
    this.reviews = reviews;
    this.clock = clock;
  }

  /**
   * Freezes and submits; what is frozen is what will be read, signed and issued.
   *
   * @throws Refusal {@code bulletin.spoken} if the text for loudspeakers is longer than a script
   */
  @Allows(right = WRITE)
  @Requirement("R100.3")
  public void submit(@Valid Command command) {
    var held = bulletins.at(command.id(), command.version());
    held.require(BulletinState.DRAFT);
    var now = clock.instant();
    var counted = bulletins.counted(held.text(), held.area(), held.since(), held.until());
    bulletins.freeze(held, counted, now);
    var values =
        counted.stream()
            .collect(Collectors.toMap(Bulletins.Counted::figure, Bulletins.Counted::value));
    var spoken =
        BulletinText.plain(held.text().spoken(), held.frame(), held.text().figures(), values);
    if (spoken.length() > WriteBulletin.SPOKEN) {
      throw new Refusal("bulletin.spoken", WriteBulletin.SPOKEN);
    }
    var hash = held.text().hash(held.frame(), held.text().figures(), values);
    sql.update(
        """
        update bulletin set version = version + 1, state = 'IN_REVIEW', submitted_at = ?, hash = ?
        where id = ?
        """,
        now,
        hash,
        held.id());
    reviews.submit(held.subject(), hash, Lane.NORMAL, STEPS, held.writers());
  }
}
