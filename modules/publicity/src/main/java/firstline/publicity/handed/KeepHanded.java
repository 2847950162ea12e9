package firstline.publicity.handed;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.text.PlainText;
import firstline.publicity.material.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps a text that was handed over, or lets it end. */
@ApplicationScoped
public class KeepHanded {
  /** The most characters that the title of a material takes. */
  private static final int TITLE = 100;

  /**
   * A text, as its department has reviewed it.
   *
   * @param kind of material that is to be made of it: words alone
   */
  public record Command(
      String number,
      String area,
      String title,
      String body,
      String hash,
      Kind kind,
      String language) {}

  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepHanded() {}

  /** For tests without a server. */
  KeepHanded(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Keeps it, once. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.11")
  public void keep(Command command) {
    sql.update(
        """
        insert into handed_text (number, area_code, title, body, hash, heard_at, kind, language)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do nothing
        """,
        command.number(),
        command.area(),
        PlainText.start(command.title(), TITLE),
        command.body(),
        command.hash(),
        clock.instant(),
        command.kind().name(),
        command.language());
  }

  /** Its department has taken it off. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.11")
  public void end(String number, String why) {
    sql.update("update handed_text set ended_why = ? where number = ?", why, number);
  }

  /** It was corrected: it ends, and the material made of it that is out is due. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R108.6")
  public void correct(String number, String why) {
    end(number, why);
    sql.update(
        """
        insert into correction_due (version_id, rebuttal, since)
        select v.id, h.number, ? from handed_text h
          join material_version v on v.source = 'POLICY' and v.source_ref = h.number
        where h.number = ? and v.state in ('APPROVED', 'PUBLISHED')
        on conflict (version_id) do nothing
        """,
        clock.instant(),
        number);
  }
}
