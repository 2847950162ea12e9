package firstline.rumour.typing;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the officer at the desk has typed and not saved. */
@ApplicationScoped
public class Typed {
  /** The fields of a form by name, and when they were last kept. */
  public record Form(Map<String, String> fields, Instant savedAt) {
    public Form {
      fields = Map.copyOf(fields);
    }
  }

  @Inject private Sql sql;
  @Inject private Desk desk;

  @SuppressWarnings("NullAway.Init")
  protected Typed() {}

  Typed(Sql sql, Desk desk) {
    this.sql = sql;
    this.desk = desk;
  }

  /**
   * What was typed in the form.
   *
   * @param subject of the form, such as {@code rebuttal:<id>}
   */
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Requirement("R2.13")
  public Optional<Form> in(String subject) {
    return sql.first(
        "select body, saved_at from draft_buffer where officer_id = ? and subject = ?",
        row -> new Form(read(row.text(1)), row.instant(2)),
        desk.officer().id(),
        subject);
  }

  /** It is saved, or not wanted any more. */
  @Allows(right = Rights.WITHIN)
  public void done(String subject) {
    sql.update(
        "delete from draft_buffer where officer_id = ? and subject = ?",
        desk.officer().id(),
        subject);
  }

  private static Map<String, String> read(String body) {
    try (var reader = Json.createReader(new StringReader(body))) {
      var fields = new LinkedHashMap<String, String>();
      reader
          .readObject()
          .forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
      return fields;
    }
  }
}
