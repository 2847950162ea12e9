package firstline.publicity.material;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What other departments have told of the rebuttals and texts that material cites. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class CitedRebuttals {
  private record Told(String hash, boolean withdrawn) {}

  @Inject private Sql sql;

  @SuppressWarnings("NullAway.Init")
  protected CitedRebuttals() {}

  /** For tests without a server. */
  public CitedRebuttals(Sql sql) {
    this.sql = sql;
  }

  /**
   * Refuses to go on with what cites a rebuttal that no longer stands as it was cited, or a text
   * that was handed over and has ended.
   *
   * @throws Refusal {@code material.source-withdrawn}, {@code material.source-changed}, {@code
   *     material.source-ended} with the number
   */
  @Requirement({"R70.5", "R108.6"})
  public void requireStanding(Source source) {
    switch (source.kind()) {
      case REBUTTAL -> requireRebuttal(source);
      case POLICY -> requireHanded(source);
      case FREE -> {}
    }
  }

  private void requireHanded(Source source) {
    sql.first(
            "select number from handed_text where number = ? and ended_why <> ''",
            row -> row.text(1),
            source.reference())
        .ifPresent(
            number -> {
              throw new Refusal("material.source-ended", number);
            });
  }

  private void requireRebuttal(Source source) {
    sql.first(
            "select hash, withdrawn from cited_rebuttal where number = ?",
            row -> new Told(row.text(1), row.flag(2)),
            source.reference())
        .ifPresent(
            told -> {
              if (told.withdrawn()) {
                throw new Refusal("material.source-withdrawn", source.reference());
              }
              if (!source.hash().isEmpty() && !source.hash().equals(told.hash())) {
                throw new Refusal("material.source-changed", source.reference());
              }
            });
  }
}
