package firstline.rumour.rumour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What the forms of a rumour offer to choose from. */
@Named("rumourEvidenceChoices")
@ApplicationScoped
public class EvidenceChoices {
  public List<Evidence.Kind> getKinds() {
    return Arrays.asList(Evidence.Kind.values());
  }

  public List<Verdict> getVerdicts() {
    return Arrays.asList(Verdict.values());
  }

  public List<String> getScales() {
    return List.of("harm", "spread", "urgency");
  }

  public List<Integer> getLevels() {
    return List.of(1, 2, 3);
  }
}
