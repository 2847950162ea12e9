package firstline.rumour.imported;

import java.util.List;

/**
 * One rebuttal of an earlier system, as it stands there.
 *
 * @param line in the file, from 1
 * @param publishedAt an instant or a local time of China, or empty
 */
public record ImportLine(
    int line,
    String externalId,
    String claim,
    List<String> wordings,
    String verdict,
    String fact,
    String explanation,
    List<String> sources,
    String language,
    String publishedAt) {
  public ImportLine {
    wordings = List.copyOf(wordings);
    sources = List.copyOf(sources);
  }
}
