package firstline.market.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The documents of the record on a page: {@code WEB-INF/market/papers.xhtml} shows them. */
@Named
@RequestScoped
public class PapersPage {
  @Inject private WritePapers writePapers;

  private final Map<UUID, List<Paper>> papers = new HashMap<>();

  /** Those that can be written, looked up once; {@code subject} is a name of its kind. */
  public List<Paper> of(String subject, UUID record) {
    return papers.computeIfAbsent(
        record, id -> writePapers.papers(Paper.Subject.valueOf(subject), id));
  }
}
