package firstline.publicity.upload;

import firstline.persistence.job.Jobs;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import firstline.publicity.material.Kind;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.rendition.Cover;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bringing files by the folder, and making material of those that came. */
@Named
@RequestScoped
public class UploadPage {
  private static final String HERE = "/console/publicity/upload";

  @Inject private UploadQueries queries;
  @Inject private DraftUpload draftUpload;
  @Inject private MaterialQueries materials;
  @Inject private Cover cover;
  @Inject private Jobs jobs;
  @Inject private Screen screen;
  @Inject private Words words;

  private UploadQueries.@Nullable Counts counts;
  private @Nullable List<UploadQueries.Line> fetched;
  private @Nullable Map<String, String> thumbnails;
  private @Nullable UUID job;

  public void load() {
    getRows();
  }

  public UploadQueries.Counts getCounts() {
    if (counts == null) {
      counts = queries.counts();
    }
    return Objects.requireNonNull(counts);
  }

  private List<UploadQueries.Line> fetched() {
    if (fetched == null) {
      fetched = queries.waiting(screen.names("after") ? screen.id("after") : null);
    }
    return Objects.requireNonNull(fetched);
  }

  public List<UploadQueries.Line> getRows() {
    return fetched().subList(0, Math.min(UploadQueries.SIZE, fetched().size()));
  }

  /** Address of those behind these, or empty. */
  public String getNext() {
    var rows = getRows();
    return fetched().size() > rows.size() ? HERE + "?after=" + rows.get(rows.size() - 1).id() : "";
  }

  public List<UploadQueries.Line> getRefused() {
    return queries.refused();
  }

  public String why(UploadQueries.Line line) {
    var refusal = line.refusal();
    return refusal == null ? "" : words.refusal(refusal);
  }

  /** Address of its picture; empty if there is none yet. */
  public String thumbnail(UploadQueries.Line line) {
    if (thumbnails == null) {
      thumbnails = cover.thumbnails(getRows().stream().map(UploadQueries.Line::sha256).toList());
    }
    return thumbnails.getOrDefault(line.sha256(), "");
  }

  /** The kinds that its type can be. */
  public List<Kind> kinds(UploadQueries.Line line) {
    return Arrays.stream(Kind.values()).filter(kind -> kind.takes(line.mediaType())).toList();
  }

  public List<MaterialQueries.Choice> getTopics() {
    return materials.topics();
  }

  /** What was typed in a line's field, or what is guessed. */
  public String typed(String field, UploadQueries.Line line, String guess) {
    return screen.names(field + "-" + line.id())
        ? screen.parameter(field + "-" + line.id())
        : guess;
  }

  /** The job that the address names; null if there is none. */
  public Jobs.@Nullable Status getJob() {
    return screen.names("job") ? jobs.status(screen.id("job")) : null;
  }

  /** Drafts the lines that are ticked; one that is refused holds back none of the others. */
  @Requirement({"R67.6", "R67.7"})
  public void draft() {
    var ticked = new HashSet<>(screen.parameters("tick"));
    var refused = 0;
    var drafted = 0;
    for (var line : getRows()) {
      if (ticked.contains(line.id().toString())) {
        if (screen.attempt(() -> draftUpload.draft(command(line)))) {
          drafted++;
        } else {
          refused++;
        }
      }
    }
    if (drafted + refused == 0) {
      screen.refuse(new Refusal("upload.none-ticked"));
    } else if (refused == 0) {
      screen.done("upload.drafted");
      screen.go(HERE);
    }
    fetched = null;
    counts = null;
  }

  private DraftUpload.Command command(UploadQueries.Line line) {
    return new DraftUpload.Command(
        line.id(),
        typed("title", line, line.title()),
        Kind.valueOf(typed("kind", line, line.kind())),
        screen.names("topic-" + line.id()) ? screen.id("topic-" + line.id()) : topic(),
        "en".equals(screen.parameter("language")) ? "en" : "zh");
  }

  private @Nullable UUID topic() {
    return screen.names("topic") ? screen.id("topic") : null;
  }

  /** Drafts all that wait, as they are guessed, as a job. */
  public void draftAll() {
    var language = "en".equals(screen.parameter("language")) ? "en" : "zh";
    var topic = topic();
    screen.run(
        () -> job = jobs.start(progress -> all(queries.taken(), topic, language, progress)),
        "upload.drafting",
        () -> HERE + "?job=" + job);
  }

  private long all(
      List<UploadQueries.Line> lines, @Nullable UUID topic, String language, Progress progress) {
    var done = 0L;
    for (var line : lines) {
      progress.at(done++, lines.size());
      draftUpload.draft(
          new DraftUpload.Command(
              line.id(), line.title(), Kind.valueOf(line.kind()), topic, language));
    }
    return done;
  }

  /** Removes the lines that are ticked. */
  public void drop() {
    for (var id : screen.parameters("tick")) {
      getRows().stream()
          .filter(line -> line.id().toString().equals(id))
          .forEach(line -> screen.attempt(() -> draftUpload.drop(new DraftUpload.Drop(line.id()))));
    }
    screen.go(HERE);
  }

  /** Forgets what was refused. */
  public void forget() {
    for (var line : getRefused()) {
      screen.attempt(() -> draftUpload.drop(new DraftUpload.Drop(line.id())));
    }
    screen.go(HERE);
  }
}
