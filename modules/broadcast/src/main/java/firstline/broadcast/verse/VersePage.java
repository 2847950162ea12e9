package firstline.broadcast.verse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the help beside a text offers. */
@Named
@RequestScoped
public class VersePage {
  public List<TextKind> getKinds() {
    return List.of(TextKind.values());
  }
}
