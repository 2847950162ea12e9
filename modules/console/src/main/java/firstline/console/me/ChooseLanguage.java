package firstline.console.me;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Keeps the officer's language for browsers that have not chosen one. */
@ApplicationScoped
public class ChooseLanguage {
  /** {@code zh} or {@code en}. */
  public record Command(@NotNull @Pattern(regexp = "zh|en") String language) {}

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Allows(right = Rights.SIGNED_IN)
  public void choose(@Valid Command command) {
    sql.update(
        "update officer set language = ?, version = version + 1 where id = ?",
        command.language(),
        desk.officer().id());
  }
}
