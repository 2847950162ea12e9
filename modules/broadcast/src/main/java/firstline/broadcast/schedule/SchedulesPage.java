package firstline.broadcast.schedule;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of schedules: filters and place in the address. */
@Named
@RequestScoped
public class SchedulesPage {
  @Inject private ScheduleQueries queries;
  @Inject private CopySchedules copySchedules;
  @Inject private SubmitSchedule submitSchedule;
  @Inject private PlaceNames placeNames;
  @Inject private Language language;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private List<UUID> copied = List.of();
  private @Nullable Page<ScheduleQueries.Line> page;

  /** Read at the first use: a posted form is looked for below the rows before any action runs. */
  private Page<ScheduleQueries.Line> page() {
    if (page == null) {
      page =
          queries.list(
              getState(),
              getKind(),
              getTextKind(),
              screen.names("damaged"),
              language.tag(),
              Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<ScheduleQueries.Line> getRows() {
    return page().rows();
  }

  public List<String> getStates() {
    return Arrays.stream(ScheduleState.values()).map(Enum::name).toList();
  }

  public List<String> getKinds() {
    return Arrays.stream(firstline.broadcast.programme.Kind.values()).map(Enum::name).toList();
  }

  public boolean isDrafting() {
    return desk.may(BroadcastRights.DRAFT);
  }

  /** True for a line that is chosen already: by hand, or as it was drafted by copying just now. */
  public boolean isPicked(UUID id) {
    return getCopiedBefore().contains(id.toString())
        || screen.parameters("pick").stream().anyMatch(value -> value.startsWith(id.toString()));
  }

  /** Where to copy, as it was typed. */
  public String getTo() {
    return screen.parameter("to");
  }

  /** True if drafts of just now are chosen. */
  public boolean isCopied() {
    return !getCopiedBefore().isEmpty();
  }

  /** What the address names as just copied. */
  public String getCopiedBefore() {
    return screen.parameter("copied");
  }

  public void copy() {
    screen.run(
        () ->
            copied =
                copySchedules.copy(
                    new CopySchedules.Command(
                        picked().stream().map(Picked::id).toList(),
                        placeNames.code(getTo().strip()))),
        "broadcast.copied",
        () ->
            "/console/broadcast/schedules?state=DRAFT&copied="
                + copied.stream().map(UUID::toString).collect(Collectors.joining(",")));
  }

  /** Hands all that are chosen to a reviewer, one by one: a refusal leaves those before it done. */
  public void submit() {
    screen.run(
        () ->
            picked()
                .forEach(
                    one ->
                        submitSchedule.submit(new SubmitSchedule.Command(one.id(), one.version()))),
        "broadcast.done",
        "/console/broadcast/schedules?state=REVIEW");
  }

  private record Picked(UUID id, long version) {}

  private List<Picked> picked() {
    var values = screen.parameters("pick");
    if (values.isEmpty()) {
      throw new Refusal("schedule.none-picked");
    }
    return values.stream().map(SchedulesPage::picked).toList();
  }

  private static Picked picked(String value) {
    if (!value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} [0-9]{1,9}")) {
      throw new NotFound();
    }
    return new Picked(UUID.fromString(value.substring(0, 36)), Long.parseLong(value.substring(37)));
  }

  public String getState() {
    return screen.parameter("state");
  }

  public String getKind() {
    return screen.parameter("kind");
  }

  /** How the texts are written, if only some are asked for. */
  public String getTextKind() {
    return screen.parameter("text-kind");
  }

  public boolean isNarrowed() {
    return !(getState() + getKind() + getTextKind() + screen.parameter("damaged")).isBlank();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : filters() + "&after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : filters() + "&before=" + page().before();
  }

  private String filters() {
    return "/console/broadcast/schedules?state="
        + Screen.encode(getState())
        + "&kind="
        + Screen.encode(getKind())
        + "&text-kind="
        + Screen.encode(getTextKind())
        + (screen.names("damaged") ? "&damaged=true" : "");
  }
}
