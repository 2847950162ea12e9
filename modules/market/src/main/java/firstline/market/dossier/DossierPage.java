package firstline.market.dossier;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that fit the case on the page. */
@Named
@RequestScoped
public class DossierPage {
  @Inject private WriteDocuments writeDocuments;
  @Inject private Screen screen;

  private @Nullable List<Form> forms;

  public List<Form> getForms() {
    if (forms == null) {
      forms = writeDocuments.forms(screen.id());
    }
    return forms;
  }

  public boolean isClosed() {
    return writeDocuments.isClosed(screen.id());
  }
}
