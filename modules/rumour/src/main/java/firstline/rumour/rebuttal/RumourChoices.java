package firstline.rumour.rebuttal;

import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What the forms offer to choose from. */
@Named
@ApplicationScoped
public class RumourChoices {
  public List<String> getVerdicts() {
    return Arrays.stream(Verdict.values()).map(Verdict::name).toList();
  }

  public List<String> getLanguages() {
    return List.of("zh", "en");
  }
}
