package firstline.market.dossier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The documents of the record on a page: {@code WEB-INF/market/documents.xhtml} shows them. */
@Named
@RequestScoped
public class DossierPage {
  @Inject private Documents documents;
  @Inject private WriteDocuments cases;

  private final Map<UUID, List<Form>> forms = new HashMap<>();

  /** Those that can be written, looked up once; {@code subject} is a name of its kind. */
  public List<Form> of(String subject, UUID record) {
    return forms.computeIfAbsent(record, id -> documents.forms(Form.Subject.valueOf(subject), id));
  }

  /** True if it is a case that is closed: its whole file can be taken. */
  public boolean archived(String subject, UUID record) {
    return subject.equals(Form.Subject.CASE.name()) && cases.isClosed(record);
  }
}
