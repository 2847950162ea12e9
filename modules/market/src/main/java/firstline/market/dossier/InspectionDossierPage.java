package firstline.market.dossier;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that fit the inspection on the page. */
@Named
@RequestScoped
public class InspectionDossierPage {
  @Inject private WriteInspectionDocuments writeDocuments;
  @Inject private Screen screen;

  private @Nullable List<InspectionForm> forms;

  public List<InspectionForm> getForms() {
    if (forms == null) {
      forms = writeDocuments.forms(screen.id());
    }
    return forms;
  }
}
