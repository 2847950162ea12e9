package firstline.market.typical;

import firstline.market.MarketRights;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision told as a typical case; their list; and whether a case on its page may be one. */
@Named
@RequestScoped
public class TypicalCasePage {
  private static final String LIST = "/console/market/typical-cases";

  @Inject private TypicalCases typicalCases;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private TypicalCases.@Nullable View view;
  private @Nullable Page<TypicalCases.View> page;

  public void load() {
    getView();
  }

  public TypicalCases.View getView() {
    if (view == null) {
      view = typicalCases.of(screen.id()).orElseThrow(NotFound::new);
    }
    return Objects.requireNonNull(view);
  }

  private Page<TypicalCases.View> page() {
    if (page == null) {
      page = typicalCases.list(Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public List<TypicalCases.View> getRows() {
    return page().rows();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : LIST + "?after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : LIST + "?before=" + page().before();
  }

  /** True if the case may be told, or is. */
  public boolean fits(UUID id) {
    return desk.may(MarketRights.READ)
        && typicalCases.of(id).filter(one -> one.isWritten() || isWriter()).isPresent();
  }

  /** What happened to it, the newest on top. */
  public List<Happening> getHistory() {
    return typicalCases.steps(getView().id()).stream().map(step -> step.told(words)).toList();
  }

  private boolean isWriter() {
    return desk.may(MarketRights.CASE);
  }

  /** True if the officer may write it now. */
  public boolean isWriting() {
    return isWriter() && getView().publishedName().isEmpty();
  }

  /** True if the officer may publish it now. */
  public boolean isPublishing() {
    return desk.may(MarketRights.PUBLISH)
        && getView().isWritten()
        && getView().publishedName().isEmpty();
  }

  /** True if the officer may take it off now. */
  public boolean isEnding() {
    return desk.may(MarketRights.PUBLISH) && getView().isPublic();
  }

  /** What was typed, or what stands there. */
  public String typed(String field) {
    return Optional.of(screen.parameter(field))
        .filter(typed -> !typed.isEmpty())
        .orElse(
            switch (field) {
              case "title" -> getView().title();
              case "body" -> getView().body();
              default -> "";
            });
  }

  private String here() {
    return "/console/market/typical-case?id=" + screen.id();
  }

  public void write() {
    screen.run(
        () ->
            typicalCases.write(
                new TypicalCases.Write(
                    screen.id(), screen.parameter("title"), screen.parameter("body"))),
        "typical.written",
        here());
  }

  public void publish() {
    screen.run(
        () -> typicalCases.publish(new TypicalCases.Publish(screen.id(), screen.parameter("hash"))),
        "typical.now-public",
        here());
  }

  public void end() {
    screen.run(
        () -> typicalCases.end(screen.id(), screen.parameter("why")), "typical.now-off", here());
  }
}
