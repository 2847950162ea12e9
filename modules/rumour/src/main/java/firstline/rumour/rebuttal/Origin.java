package firstline.rumour.rebuttal;

import java.time.Instant;
import java.util.List;

/**
 * Where an imported rebuttal comes from.
 *
 * @param system name of the earlier system
 * @param externalId its id there
 * @param publishedAt when it was published there, by its own word
 * @param wordings other wordings of the rumour known there
 */
public record Origin(String system, String externalId, Instant publishedAt, List<String> wordings) {
  public Origin {
    wordings = List.copyOf(wordings);
  }
}
