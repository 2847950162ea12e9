package firstline.publicity.campaign;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The list of campaigns, and one of them as it is typed. */
@Named
@RequestScoped
public class CampaignsPage {
  private static final String ADDRESS = "/console/publicity/campaigns";

  @Inject private CampaignQueries queries;
  @Inject private KeepCampaign keepCampaign;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable Page<CampaignQueries.Line> page;
  private CampaignQueries.@Nullable Line before;

  public void load() {
    if (isEditing()) {
      getBefore();
    }
  }

  private Page<CampaignQueries.Line> page() {
    if (page == null) {
      page = queries.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<CampaignQueries.Line> getRows() {
    return page().rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : ADDRESS + "?after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : ADDRESS + "?before=" + page().before();
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  /** True for one that is written anew. */
  public boolean isEditing() {
    return screen.names("id");
  }

  /** The one that is written anew, as it stands. */
  public CampaignQueries.Line getBefore() {
    if (before == null) {
      before = queries.one(screen.id());
    }
    return Objects.requireNonNull(before);
  }

  /** What was typed, or what stands there, or what is usual. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    if (!isEditing()) {
      return field.equals("area") ? desk.officer().areaCode() : "";
    }
    return switch (field) {
      case "title" -> getBefore().title();
      case "summary" -> getBefore().summary();
      case "contact" -> getBefore().contact();
      case "begins" -> getBefore().begins().toString();
      case "ends" -> getBefore().ends().toString();
      case "version" -> Long.toString(getBefore().version());
      default -> "";
    };
  }

  public void save() {
    screen.run(
        () -> {
          var plan =
              new KeepCampaign.Plan(
                  screen.parameter("title"),
                  screen.parameter("summary"),
                  screen.parameter("contact"),
                  day("begins"),
                  day("ends"));
          if (isEditing()) {
            keepCampaign.edit(new KeepCampaign.Edit(screen.id(), screen.version(), plan));
          } else {
            keepCampaign.plan(new KeepCampaign.Command(screen.parameter("area"), plan));
          }
        },
        "publicity.saved",
        ADDRESS);
  }

  private LocalDate day(String field) {
    try {
      return LocalDate.parse(screen.parameter(field));
    } catch (DateTimeParseException e) {
      throw new Refusal("material.day", screen.parameter(field));
    }
  }
}
