package firstline.publicity.material;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the rumour department has told of the rebuttals that material cites. */
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
   * Refuses to go on with what cites a rebuttal that no longer stands as it was cited.
   *
   * @throws Refusal {@code material.source-withdrawn}, {@code material.source-changed} with the
   *     number
   */
  @Requirement("R70.5")
  public void requireStanding(Source source) {
    if (source.kind() != Source.Kind.REBUTTAL) {
      return;
    }
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
