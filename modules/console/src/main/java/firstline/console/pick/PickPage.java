package firstline.console.pick;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Names for the values that the fields already hold. */
@Named("pick")
@RequestScoped
public class PickPage {
  @Inject private PickQueries queries;

  /** The name to show; empty without a value, or if nothing has it. */
  public String label(String kind, String value) {
    return value == null || value.isBlank() ? "" : queries.label(kind, value);
  }
}
