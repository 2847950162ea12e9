package firstline.publicity.catalogue;

import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.tabular.CsvWriter;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport;
import firstline.persistence.tabular.Tables;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.FileMaterial;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as a table, out and in again. Filing changes at any time; title, summary and text
 * alternative only of a draft, since what is reviewed does not change.
 */
@ApplicationScoped
public class MetadataTable {
  static final List<String> HEADER =
      List.of("number", "title", "kind", "state", "topic", "campaign", "area", "language");

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "number", List.of("编号"),
          "title", List.of("标题"),
          "topic", List.of("主题"),
          "campaign", List.of("专项宣传", "专项宣传编号"),
          "summary", List.of("简介"),
          "alt", List.of("画面说明"));
  private static final int PAGE = 500;
  private static final int MOST = 20_000;

  @Inject private Catalogue catalogue;
  @Inject private MaterialQueries queries;
  @Inject private FileMaterial fileMaterial;
  @Inject private DraftMaterial draftMaterial;
  @Inject private MaterialNumbers numbers;

  /** Writes what was asked for, the newest first; at most 20,000 lines. */
  @Requirement("R64.8")
  public void write(Asked asked, Appendable out) throws IOException {
    var csv = new CsvWriter(out);
    csv.line(HEADER);
    var after = "";
    var written = 0;
    do {
      var found = catalogue.find(asked, after, PAGE);
      for (var card : found.cards()) {
        csv.line(
            List.of(
                card.number(),
                card.title(),
                card.kind(),
                card.state(),
                card.topic(),
                numbers.campaignOf(card.id()),
                card.areaName(),
                card.language()));
      }
      written += found.cards().size();
      after = found.after();
    } while (!after.isEmpty() && written < MOST);
  }

  /** Takes over every line that is right, each by itself, and names every other. */
  @Requirement("R64.8")
  public LineReport take(byte[] table) {
    var lines = Tables.read(table, COLUMNS, List.of("number"));
    var rejected = new ArrayList<LineReport.Rejection>();
    for (var line : lines) {
      taken(line).ifPresent(rejected::add);
    }
    return new LineReport(lines.size() - rejected.size(), rejected);
  }

  private Optional<LineReport.Rejection> taken(Line line) {
    var id = numbers.material(line.value("number"));
    if (id.isEmpty()) {
      return Optional.of(line.reject("number", "number"));
    }
    var topic = chosen(line, "topic", numbers.topic(line.value("topic")));
    if (topic == null) {
      return Optional.of(line.reject("topic", "topic"));
    }
    var campaign = chosen(line, "campaign", numbers.campaign(line.value("campaign")));
    if (campaign == null) {
      return Optional.of(line.reject("campaign", "campaign"));
    }
    try {
      var view = queries.one(id.get());
      var filing =
          new Material.Filing(topic.orElse(view.topic()), campaign.orElse(view.campaign()));
      if (changesText(line, view)) {
        return edited(line, view, filing);
      }
      fileMaterial.file(
          new FileMaterial.Command(view.id(), view.version(), filing.topic(), filing.campaign()));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(line.reject("", "refused"));
    }
  }

  /** Empty for an empty cell, which leaves it; null for a name that nothing has. */
  private static @Nullable Optional<UUID> chosen(Line line, String column, Optional<UUID> found) {
    return line.value(column).isEmpty() || found.isPresent() ? found : null;
  }

  private static boolean changesText(Line line, MaterialQueries.View view) {
    var content = view.versions().get(0).content();
    return (differs(line.value("title"), content.title())
            && differs(line.value("title"), view.title()))
        || differs(line.value("alt"), content.altText())
        || differs(line.value("summary"), content.summary());
  }

  private static boolean differs(String typed, String before) {
    return !typed.isEmpty() && !typed.equals(before);
  }

  private Optional<LineReport.Rejection> edited(
      Line line, MaterialQueries.View view, Material.Filing filing) {
    var draft = view.versions().get(0);
    if (!draft.state().equals("DRAFT")) {
      return Optional.of(line.reject("title", "not-draft"));
    }
    var before = draft.content();
    draftMaterial.edit(
        new DraftMaterial.Edit(
            draft.id(),
            draft.version(),
            filing,
            new Content(
                typed(line.value("title"), before.title()),
                typed(line.value("summary"), before.summary()),
                typed(line.value("alt"), before.altText()),
                before.text(),
                before.attachment(),
                before.source(),
                before.rights(),
                before.from(),
                before.until())));
    return Optional.empty();
  }

  private static String typed(String typed, String before) {
    return typed.isEmpty() ? before : typed;
  }
}
