package firstline.market.intake;

import firstline.market.complaint.KeepLetters;
import firstline.market.complaint.Letter;
import firstline.persistence.job.Jobs;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A platform's list on its way in: brought, its columns looked at, taken, reported. */
@Named
@RequestScoped
public class IntakePage {
  private static final String HERE = "/console/market/intake";
  private static final int LOOKED_AT = 5;
  private static final int STATUSES = 20;

  @Inject private ImportLetters importLetters;
  @Inject private BatchQueries queries;
  @Inject private Jobs jobs;
  @Inject private Screen screen;
  @Inject private Words words;
  @Inject private Desk desk;

  private @Nullable Part file;
  private BatchQueries.@Nullable Batch batch;
  private Jobs.@Nullable Status job;
  private @Nullable List<List<String>> top;
  private @Nullable UUID brought;
  private @Nullable List<ImportLetters.Status> statuses;

  public void load() {
    getBatch();
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  /** Where lists come from. */
  public List<String> getChannels() {
    return List.of(
        Letter.Channel.PLATFORM_12315.name(),
        Letter.Channel.HOTLINE_12345.name(),
        Letter.Channel.DEPARTMENT.name());
  }

  public String typed(String field) {
    return field.equals("area") && !screen.names("posted")
        ? desk.officer().areaCode()
        : screen.parameter(field);
  }

  public List<BatchQueries.Batch> getMine() {
    return queries.mine();
  }

  /** The list that the address names; null if it names none. */
  public BatchQueries.@Nullable Batch getBatch() {
    if (batch == null && screen.names("id")) {
      // First the job: once it has ended, so has the list that is read after it.
      getJob();
      batch = queries.one(screen.id());
    }
    return batch;
  }

  /** True if its columns are to be looked at now. */
  public boolean isMapping() {
    var one = getBatch();
    return one != null && one.waiting() && getJob() == null;
  }

  private List<List<String>> top() {
    if (top == null) {
      top = importLetters.top(screen.id(), LOOKED_AT);
    }
    return Objects.requireNonNull(top);
  }

  public List<String> getHeaders() {
    return top().get(0);
  }

  /** The first lines; who sent a letter is not shown even here. */
  @Requirement({"R91.1", "R91.3"})
  public List<List<String>> getLines() {
    var understood = LetterFile.understood(getHeaders());
    var secret =
        Stream.of(Field.NAME, Field.PHONE, Field.ADDRESS)
            .map(field -> getHeaders().indexOf(understood.get(field)))
            .filter(at -> at >= 0)
            .toList();
    return top().subList(1, top().size()).stream().map(line -> shown(line, secret)).toList();
  }

  private List<String> shown(List<String> line, List<Integer> secret) {
    var contact =
        secret.stream()
            .filter(at -> at < line.size())
            .map(line::get)
            .collect(Collectors.joining(" "));
    return IntStream.range(0, getHeaders().size())
        .mapToObj(
            at -> {
              var cell = at < line.size() ? line.get(at) : "";
              return secret.contains(at) && !cell.isEmpty()
                  ? KeepLetters.HIDDEN
                  : KeepLetters.hidden(cell, contact);
            })
        .toList();
  }

  public List<Field> getFields() {
    return Arrays.asList(Field.values());
  }

  /** The header that tells the field: as chosen, or as it is understood; else empty. */
  public String column(Field field) {
    return screen.names("posted")
        ? screen.parameter("column-" + field)
        : LetterFile.understood(getHeaders()).getOrDefault(field, "");
  }

  /** What the list's column of states says; none without one. */
  public List<ImportLetters.Status> getStatuses() {
    if (statuses == null) {
      var header = column(Field.STATUS);
      statuses =
          header.isEmpty() ? List.of() : importLetters.statuses(screen.id(), header, STATUSES);
    }
    return statuses;
  }

  /** The job that the address names; null if there is none. */
  public Jobs.@Nullable Status getJob() {
    if (job == null && screen.names("job")) {
      job = jobs.status(screen.id("job"));
    }
    return job;
  }

  public String getHere() {
    return HERE + "?id=" + screen.parameter("id");
  }

  public List<BatchQueries.Refused> getRefused() {
    return queries.refused(screen.id(), BatchQueries.SHOWN);
  }

  /** The sentence that says why. */
  public String why(BatchQueries.Refused refused) {
    return words.refusal(new Refusal(refused.code(), refused.details().toArray()));
  }

  public void bring() {
    screen.run(
        () -> {
          var part = file;
          if (part == null || part.getSize() == 0) {
            throw new Refusal("table.empty");
          }
          try (var stream = part.getInputStream()) {
            brought =
                importLetters.bring(
                    new ImportLetters.Bring(
                        typed("channel"),
                        typed("area"),
                        Objects.requireNonNullElse(part.getSubmittedFileName(), ""),
                        stream.readAllBytes()));
          }
        },
        "intake.brought",
        () -> HERE + "?id=" + brought);
  }

  /** Begins to take it. */
  public void take() {
    var id = screen.id();
    var columns = new EnumMap<Field, String>(Field.class);
    for (var field : Field.values()) {
      columns.put(field, screen.parameter("column-" + field));
    }
    screen.attempt(
        () -> {
          LetterFile.named(columns);
          var job = jobs.start(progress -> taken(id, columns, progress));
          screen.go(HERE + "?id=" + id + "&job=" + job);
        });
  }

  private int taken(UUID id, Map<Field, String> columns, Progress progress) {
    var understood = importLetters.understand(id, columns);
    var good = understood.good();
    var taken = 0;
    for (var from = 0; from < good.size(); from += ImportLetters.AT_ONCE) {
      progress.at(from, good.size());
      var part = good.subList(from, Math.min(good.size(), from + ImportLetters.AT_ONCE));
      taken += importLetters.take(new ImportLetters.Part(id, part));
    }
    importLetters.end(new ImportLetters.End(id, understood.lines(), understood.bad()));
    progress.at(good.size(), good.size());
    return taken;
  }
}
