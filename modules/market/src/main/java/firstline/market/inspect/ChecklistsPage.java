package firstline.market.inspect;

import firstline.market.MarketRights;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checklists by goods, their versions, and the form of the next one. */
@Named
@RequestScoped
public class ChecklistsPage {
  private static final String HERE = "/console/market/checklists?group=";

  @Inject private ChangeChecklist changeChecklist;
  @Inject private VisitQueries visits;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Language language;

  private @Nullable List<ChangeChecklist.Version> versions;
  private @Nullable List<VisitQueries.Item> items;

  public List<GoodsGroup> getGroups() {
    return List.of(GoodsGroup.values());
  }

  public GoodsGroup getGroup() {
    return screen.names("group") ? GoodsGroup.named(screen.parameter("group")) : GoodsGroup.MASKS;
  }

  /** Those of the group, the current one first. */
  public List<ChangeChecklist.Version> getVersions() {
    if (versions == null) {
      var group = getGroup();
      versions = changeChecklist.versions().stream().filter(one -> one.group() == group).toList();
    }
    return versions;
  }

  /** The version that the address names, or the current one. */
  public ChangeChecklist.Version getShown() {
    var wanted = screen.parameter("version");
    return getVersions().stream()
        .filter(one -> wanted.isEmpty() || String.valueOf(one.version()).equals(wanted))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  public List<VisitQueries.Item> getItems() {
    if (items == null) {
      items = visits.items(getShown().id());
    }
    return items;
  }

  public String says(VisitQueries.Item item) {
    return language.english() ? item.textEn() : item.textZh();
  }

  public String rule(VisitQueries.Item item) {
    return language.english() ? item.ruleEn() : item.ruleZh();
  }

  public boolean isChanging() {
    return desk.may(MarketRights.HEAD);
  }

  /** The items as lines of the form. */
  public String getText() {
    return screen.names("posted")
        ? screen.parameter("text")
        : getItems().stream()
            .map(
                item ->
                    String.join(" | ", item.textZh(), item.textEn(), item.ruleZh(), item.ruleEn()))
            .collect(Collectors.joining("\n"));
  }

  public void change() {
    screen.run(
        () ->
            changeChecklist.change(
                new ChangeChecklist.Command(getGroup(), seen(), screen.parameter("text"))),
        "checklist.changed",
        () -> HERE + getGroup());
  }

  private int seen() {
    var text = screen.parameter("seen");
    if (!text.matches("\\d{1,6}")) {
      throw new NotFound();
    }
    return Integer.parseInt(text);
  }
}
