package firstline.market.term;

import firstline.market.clock.Rule;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The clocks of the record on a page: {@code WEB-INF/market/clocks.xhtml} shows them. */
@Named
@RequestScoped
public class TermsOfRecord {
  @Inject private TermQueries queries;
  @Inject private Language language;

  private final Map<UUID, List<TermQueries.Line>> terms = new HashMap<>();
  private final Map<UUID, List<TermQueries.Shift>> shifts = new HashMap<>();

  /** Its terms, read once. */
  public List<TermQueries.Line> of(UUID record) {
    return terms.computeIfAbsent(record, queries::ofRecord);
  }

  /** What calendars and laws moved, read once. */
  public List<TermQueries.Shift> shifts(UUID record) {
    return shifts.computeIfAbsent(record, queries::shifts);
  }

  /** Law and article in the reader's language. */
  public String source(Rule rule) {
    return language.english() ? rule.sourceEn() : rule.sourceZh();
  }
}
