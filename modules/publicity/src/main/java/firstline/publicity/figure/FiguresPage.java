package firstline.publicity.figure;

import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The department's figures for an area. */
@Named("materialFiguresPage")
@RequestScoped
public class FiguresPage {
  /** Printed kinds that a year must bring. */
  private static final int RULE = 12;

  @Inject private FigureQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;
  @Inject private Words words;

  private FigureQueries.@Nullable Sums sums;
  private @Nullable List<FigureQueries.Topic> topics;
  private @Nullable List<FigureQueries.Flow> flows;
  private @Nullable List<FigureQueries.Ending> ending;
  private @Nullable List<FigureQueries.Scan> scans;
  private @Nullable Picture picture;
  private String name = "";

  public void load() {
    var area = getArea();
    name = queries.name(area);
    sums = queries.sums(area);
    topics = queries.topics(area);
    flows = queries.flows(area);
    ending = queries.ending(area);
    scans = queries.scans(area);
    picture = Picture.of(flows, words.get("material-figures.others"));
  }

  public String getArea() {
    var asked = screen.parameter("area");
    return asked.matches("[0-9]{12}") ? asked : desk.officer().areaCode();
  }

  public String getName() {
    return name;
  }

  public FigureQueries.Sums getSums() {
    return Objects.requireNonNull(sums);
  }

  public List<FigureQueries.Topic> getTopics() {
    return Objects.requireNonNull(topics);
  }

  public String topic(FigureQueries.Topic topic) {
    return desk.officer().language().equals("en") ? topic.nameEn() : topic.name();
  }

  public List<FigureQueries.Flow> getFlows() {
    return Objects.requireNonNull(flows);
  }

  public List<FigureQueries.Ending> getEnding() {
    return Objects.requireNonNull(ending);
  }

  public List<FigureQueries.Scan> getScans() {
    return Objects.requireNonNull(scans);
  }

  public Picture getPicture() {
    return Objects.requireNonNull(picture);
  }

  /** Printed kinds of this year, of all topics. */
  public long getKinds() {
    return getTopics().stream().mapToLong(FigureQueries.Topic::kinds).sum();
  }

  public int getRule() {
    return RULE;
  }

  public boolean isRuleMet() {
    return getKinds() >= RULE;
  }
}
