package firstline.market.campaign;

import firstline.market.casefile.Matter;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign as it is planned, or planned anew. */
@Named
@RequestScoped
public class MarketCampaignFormPage {
  private static final String RECORD = "/console/market/market-campaign?id=";

  @Inject private CampaignQueries queries;
  @Inject private KeepCampaign keepCampaign;
  @Inject private Screen screen;

  private CampaignQueries.@Nullable View before;
  private @Nullable UUID made;

  public void load() {
    if (isEditing()) {
      getBefore();
    }
  }

  public boolean isEditing() {
    return screen.names("id");
  }

  /** The one that is planned anew, as it stands. */
  public CampaignQueries.View getBefore() {
    if (before == null) {
      before = queries.one(screen.id());
    }
    return Objects.requireNonNull(before);
  }

  public List<Phase> getPhases() {
    return List.of(Phase.values());
  }

  public List<CampaignQueries.Choice> getMatters() {
    return Arrays.stream(Matter.values())
        .map(Enum::name)
        .map(name -> new CampaignQueries.Choice(name, name, isChosen(name)))
        .toList();
  }

  private boolean isChosen(String matter) {
    return isPosted()
        ? screen.parameters("matter").contains(matter)
        : isEditing() && getBefore().matters().contains(matter);
  }

  public List<CampaignQueries.Choice> getAreas() {
    return chosen("part", queries.areas(isEditing() ? screen.id() : null));
  }

  public List<CampaignQueries.Choice> getDepartments() {
    return chosen("department", queries.departments(isEditing() ? screen.id() : null));
  }

  /** As they were ticked, once something was sent. */
  private List<CampaignQueries.Choice> chosen(String name, List<CampaignQueries.Choice> all) {
    if (!isPosted()) {
      return all;
    }
    var ticked = screen.parameters(name);
    return all.stream()
        .map(one -> new CampaignQueries.Choice(one.key(), one.name(), ticked.contains(one.key())))
        .toList();
  }

  private boolean isPosted() {
    return screen.names("posted");
  }

  /** What was typed, or what stands there. */
  public String typed(String field) {
    if (isPosted() || !isEditing()) {
      return screen.parameter(field);
    }
    return switch (field) {
      case "name" -> getBefore().line().name();
      case "aims" -> getBefore().aims();
      case "words" -> String.join("，", getBefore().words());
      case "version" -> Long.toString(getBefore().version());
      default -> "";
    };
  }

  /** First or last day of a phase, as typed or as it stands. */
  public String day(Phase phase, boolean first) {
    if (isPosted() || !isEditing()) {
      return screen.parameter(field(phase, first));
    }
    var days = getBefore().phases().get(phase);
    return days == null ? "" : (first ? days.first() : days.last()).toString();
  }

  private static String field(Phase phase, boolean first) {
    return phase + (first ? "-first" : "-last");
  }

  public void save() {
    screen.run(
        () -> {
          if (isEditing()) {
            made = screen.id();
            keepCampaign.edit(new KeepCampaign.Edit(screen.id(), screen.version(), plan()));
          } else {
            made = keepCampaign.plan(plan());
          }
        },
        "market-campaign.saved",
        () -> RECORD + made);
  }

  private KeepCampaign.Plan plan() {
    var phases = new EnumMap<Phase, KeepCampaign.Days>(Phase.class);
    for (var phase : Phase.values()) {
      phases.put(phase, new KeepCampaign.Days(read(phase, true), read(phase, false)));
    }
    return new KeepCampaign.Plan(
        screen.parameter("name"),
        screen.parameter("aims"),
        phases,
        screen.parameters("part"),
        screen.parameters("department").stream().map(MarketCampaignFormPage::id).toList(),
        screen.parameters("matter"),
        Arrays.asList(screen.parameter("words").split("[,，、;；\\s]+", -1)));
  }

  private static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refusal("market-campaign.department", typed);
    }
  }

  private LocalDate read(Phase phase, boolean first) {
    try {
      return LocalDate.parse(screen.parameter(field(phase, first)));
    } catch (DateTimeParseException e) {
      throw new Refusal("market-campaign.phase." + phase);
    }
  }
}
