package firstline.console.talk;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.sample.SampleContribution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;

/** A question about a rumour of the sample city, and its answer. */
@ApplicationScoped
public class SampleTalk implements SampleContribution {
  @Inject private Say say;
  @Inject private Sql sql;

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public int order() {
    return 960;
  }

  @Override
  @Allows(right = Rights.WITHIN, reads = true)
  public void found(Consumer<String> seat) {
    var rumour =
        sql.one(
            """
            select id from rumour where state = 'REBUTTING' order by opened_at desc, id desc limit 1
            """,
            row -> row.id(1));
    seat.accept("clerk");
    tell(rumour, "@reviewer 依据里的通报是哪一天的？可对照 2026-0001。");
    seat.accept("reviewer");
    tell(rumour, "@clerk 昨天的，已补在依据里。");
  }

  private void tell(UUID rumour, String said) {
    say.say(new Say.Command("rumour", rumour, said, ""));
  }
}
