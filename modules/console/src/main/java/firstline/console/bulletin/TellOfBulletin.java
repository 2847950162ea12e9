package firstline.console.bulletin;

import firstline.persistence.database.Sql;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.publication.PublicChange;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.function.Consumer;

/** Hands an issue to loudspeakers and publicity, and ends there the one that it corrects. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class TellOfBulletin {
  /** What is left in the outbox. */
  record Duty(String topic, String subject, String payload) {}

  private record Issued(
      UUID id,
      String number,
      String hash,
      String area,
      String language,
      BulletinText text,
      BulletinText.Frame frame) {}

  private final Sql sql;
  private final Bulletins bulletins;
  private final Consumer<Duty> duties;
  private final Consumer<PublicChange> publicChange;

  @SuppressWarnings("NullAway")
  protected TellOfBulletin() {
    this(null, null, (Consumer<Duty>) null, null);
  }

  @Inject
  TellOfBulletin(Sql sql, Bulletins bulletins, Outbox outbox, Event<PublicChange> publicChange) {
    this(
        sql,
        bulletins,
        duty -> outbox.add(duty.topic(), duty.subject(), duty.payload()),
        publicChange::fire);
  }

  /** For tests without a server. */
  TellOfBulletin(
      Sql sql, Bulletins bulletins, Consumer<Duty> duties, Consumer<PublicChange> publicChange) {
    this.sql = sql;
    this.bulletins = bulletins;
    this.duties = duties;
    this.publicChange = publicChange;
  }

  /** Part of the running use case: it has just been issued. */
  @Requirement({"R108.3", "R108.4"})
  void issued(UUID id) {
    var issue = at(id);
    duties.accept(new Duty(HandOver.BULLETIN, issue.number(), payload(issue).build().toString()));
    sql.first(
            "select corrects from bulletin where id = ? and corrects is not null",
            row -> row.id(1),
            id)
        .ifPresent(corrected -> corrected(at(corrected), issue.number()));
    publicChange.accept(new PublicChange("bulletins"));
  }

  private void corrected(Issued before, String number) {
    duties.accept(
        new Duty(
            HandOver.BULLETIN_CORRECTED,
            before.number(),
            payload(before)
                .add("reason", "战报 " + before.number() + " 已由 " + number + " 更正")
                .build()
                .toString()));
  }

  private Issued at(UUID id) {
    return sql.one(
        """
        select b.number, b.hash, b.area_code, b.language, b.title, b.body, b.message, b.spoken,
          a.name, b.since, b.until
        from bulletin b join area a on a.code = b.area_code where b.id = ?
        """,
        row ->
            new Issued(
                id,
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                new BulletinText(row.text(5), row.text(6), row.text(7), row.text(8)),
                new BulletinText.Frame(row.text(9), row.date(10), row.date(11))),
        id);
  }

  private JsonObjectBuilder payload(Issued issue) {
    var text = issue.text();
    var values = bulletins.frozen(issue.id());
    return Json.createObjectBuilder()
        .add("id", issue.id().toString())
        .add("number", issue.number())
        .add("hash", issue.hash())
        .add("area", issue.area())
        .add("language", issue.language())
        .add("title", BulletinText.title(text.title(), issue.frame()))
        .add("message", BulletinText.plain(text.message(), issue.frame(), text.figures(), values))
        .add("spoken", BulletinText.plain(text.spoken(), issue.frame(), text.figures(), values));
  }
}
