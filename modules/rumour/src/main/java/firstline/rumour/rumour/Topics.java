package firstline.rumour.rumour;

import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rumours are about: the dictionary {@code rumour.topic}, in the reader's language. */
@Named("rumourTopics")
@RequestScoped
public class Topics {
  /** A topic that can be chosen. */
  public record Topic(String code, String name) {}

  @Inject private Sql sql;
  @Inject private Language language;

  private @Nullable List<Topic> all;

  /** The topics in use, in their order. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public List<Topic> getAll() {
    if (all == null) {
      var chinese = language.tag().startsWith("zh");
      all =
          sql.list(
              """
              select code, zh, en from dictionary where kind = 'rumour.topic' and active
              order by position, code
              """,
              row -> new Topic(row.text(1), row.text(chinese ? 2 : 3)));
    }
    return all;
  }

  /** The name of a topic; its code if it is no longer in use. */
  @Allows(right = Rights.EVERYONE, reads = true)
  public String name(String code) {
    return getAll().stream()
        .filter(topic -> topic.code().equals(code))
        .map(Topic::name)
        .findFirst()
        .orElse(code);
  }
}
