package firstline.market.casefile;

import firstline.market.casefile.OperatorHistory.Kind;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.screen.Happening;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operator, its records and what happened with them. */
@Named
@RequestScoped
public class OperatorPage {
  @Inject private OperatorCases operators;
  @Inject private OperatorHistory history;
  @Inject private Screen screen;
  @Inject private Words words;

  private OperatorCases.@Nullable Operator view;
  private @Nullable Page<OperatorHistory.Entry> page;
  private @Nullable List<Happening> steps;

  public void load() {
    getView();
  }

  private Page<OperatorHistory.Entry> page() {
    if (page == null) {
      page =
          history.records(
              getView().id(),
              getKind(),
              Cursor.read(screen.parameter("after"), screen.parameter("before")));
    }
    return page;
  }

  public OperatorCases.Operator getView() {
    if (view == null) {
      view = operators.operator(screen.id());
    }
    return Objects.requireNonNull(view);
  }

  public List<String> getKinds() {
    return Arrays.stream(Kind.values()).map(Enum::name).toList();
  }

  public String getKind() {
    return getKinds().contains(screen.parameter("kind")) ? screen.parameter("kind") : "";
  }

  public List<OperatorHistory.Entry> getRows() {
    return page().rows();
  }

  public List<Happening> getSteps() {
    if (steps == null) {
      steps = history.steps(getView().id()).stream().map(this::happening).toList();
    }
    return steps;
  }

  private Happening happening(OperatorHistory.Step step) {
    var key =
        switch (step.kind()) {
          case CASE -> "case.action.";
          case LETTER -> "complaint.action.";
          case INSPECTION -> "inspection.action.";
          case MEASURE -> "measure.action.";
          case ALERT -> "price-alert.state.";
        };
    return new Happening(
        step.at(),
        step.officerName(),
        step.departmentName(),
        words.get("operator.record." + step.kind()) + " " + step.number(),
        words.get(key + step.action()));
  }

  /** Where a record is looked at. */
  public String address(OperatorHistory.Entry entry) {
    var page =
        switch (entry.kind()) {
          case CASE -> "case";
          case LETTER -> "complaint";
          case INSPECTION -> "inspection";
          case MEASURE -> "measure";
          case ALERT -> "price-alert";
        };
    return "/console/market/" + page + "?id=" + entry.id();
  }

  /** The state in words. */
  public String state(OperatorHistory.Entry entry) {
    var key =
        switch (entry.kind()) {
          case CASE -> "case.state.";
          case LETTER -> "complaint.state.";
          case INSPECTION -> "inspection.state.";
          case MEASURE -> "measure.state.";
          case ALERT -> "price-alert.state.";
        };
    return words.get(key + entry.state());
  }

  /** The shape of the state: the same as on the record's own page. */
  public String shape(OperatorHistory.Entry entry) {
    return (entry.kind() == Kind.LETTER ? "MARKET" : entry.kind().name()) + "_" + entry.state();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page().after().isEmpty() ? "" : here() + "&after=" + page().after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page().before().isEmpty() ? "" : here() + "&before=" + page().before();
  }

  private String here() {
    return "/console/market/operator?id=" + getView().id() + "&kind=" + getKind();
  }
}
