package firstline.market.routing;

import firstline.market.MarketRights;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules in force, the draft and what it would do. */
@Named
@RequestScoped
public class RoutingPage {
  private static final String HERE = "/console/market/routing";

  /** Empty lines under the rules of the draft. */
  private static final int FREE = 3;

  @Inject private RoutingLists lists;
  @Inject private DraftRouting draftRouting;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<RoutingLists.Listed> listed;
  private DraftRouting.@Nullable Trial trial;

  public List<RoutingLists.Listed> getLists() {
    if (listed == null) {
      listed = lists.mine();
    }
    return listed;
  }

  private RoutingLists.@Nullable Listed in(String state) {
    return getLists().stream().filter(one -> one.state().equals(state)).findFirst().orElse(null);
  }

  public RoutingLists.@Nullable Listed getLive() {
    return in("LIVE");
  }

  public RoutingLists.@Nullable Listed getDraft() {
    return in("DRAFT");
  }

  private List<RoutingRule> rules(RoutingLists.@Nullable Listed list) {
    return list == null ? List.of() : lists.rules(list.id());
  }

  public List<RoutingRule> getLiveRules() {
    return rules(getLive());
  }

  public boolean isDrafting() {
    return desk.may(MarketRights.INTAKE);
  }

  public boolean isDeciding() {
    return desk.may(MarketRights.HEAD);
  }

  /** The lines of the form: as typed; else the draft, or the live rules to begin with. */
  public List<DraftRouting.Typed> getLines() {
    var lines = new ArrayList<DraftRouting.Typed>();
    if (screen.names("lines")) {
      lines.addAll(typed());
    } else {
      var begun = getDraft() == null ? getLiveRules() : rules(getDraft());
      for (var rule : begun) {
        lines.add(
            new DraftRouting.Typed(
                rule.area(),
                rule.kind(),
                rule.channel(),
                rule.goods(),
                rule.words(),
                rule.departmentCode()));
      }
    }
    for (var free = 0; free < FREE; free++) {
      lines.add(new DraftRouting.Typed("", "", "", "", "", ""));
    }
    return lines;
  }

  public List<RoutingLists.Department> getDepartments() {
    return lists.departments();
  }

  public List<String> getKinds() {
    return RoutingRule.KINDS;
  }

  public List<String> getChannels() {
    return RoutingRule.CHANNELS;
  }

  /** What is typed: lines without a department are none. */
  private List<DraftRouting.Typed> typed() {
    var lines = screen.parameter("lines");
    var count = lines.matches("[0-9]{1,3}") ? Integer.parseInt(lines) : 0;
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new DraftRouting.Typed(
                    screen.parameter("area-" + i),
                    screen.parameter("kind-" + i),
                    screen.parameter("channel-" + i),
                    screen.parameter("goods-" + i),
                    screen.parameter("words-" + i),
                    screen.parameter("department-" + i)))
        .filter(one -> !one.department().isEmpty())
        .toList();
  }

  public void write() {
    screen.run(
        () -> draftRouting.write(new DraftRouting.Command(typed())),
        "routing.written",
        HERE + "#draft");
  }

  /** What the tried draft would do; null before it was tried. */
  public DraftRouting.@Nullable Trial getTrial() {
    var draft = getDraft();
    if (trial == null && draft != null && draft.triedAt() != null) {
      trial = draftRouting.trial(draft.id());
    }
    return trial;
  }

  private DraftRouting.Draft draft() {
    return new DraftRouting.Draft(screen.id("draft"));
  }

  public void tryOut() {
    screen.run(() -> draftRouting.tryOut(draft()), "routing.tried", HERE + "#trial");
  }

  public void goLive() {
    screen.run(() -> draftRouting.goLive(draft()), "routing.live", HERE);
  }
}
