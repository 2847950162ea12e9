package firstline.broadcast.fleet;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of speakers as a table, by serial. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class SpeakerExport implements ListExport {
  @Inject private FleetQueries queries;
  @Inject private Words words;

  @Override
  public String list() {
    return "broadcast.speakers";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "broadcast.serial",
        "broadcast.where-it-hangs",
        "broadcast.channel",
        "broadcast.seen",
        "broadcast.revision",
        "broadcast.offset",
        "broadcast.flags",
        "broadcast.state");
  }

  @Override
  @Requirement("R105.5")
  public Part rows(Address asked, String after, int size) {
    var rows =
        queries.list(
            new FleetQueries.Filter(
                asked.parameter("health"),
                asked.parameter("trouble"),
                asked.area(),
                asked.parameter("group"),
                asked.parameter("q"),
                after));
    var full = rows.size() == FleetQueries.SIZE;
    return new Part(
        rows.stream().map(this::line).toList(), full ? rows.get(rows.size() - 1).serial() : "");
  }

  private Line line(FleetQueries.Line line) {
    var flags =
        Stream.concat(
                line.marks().stream().map(mark -> words.get("broadcast.flag." + mark)),
                Stream.of(line.ownMarks()))
            .filter(mark -> !mark.isEmpty())
            .collect(Collectors.joining(" "));
    return new Line(
        line.id().toString(),
        Arrays.asList(
            line.serial(),
            line.areaName() + " " + line.place(),
            words.get("broadcast.channel." + line.channel()),
            words.time(line.seenAt()),
            line.revision(),
            line.offset(),
            flags,
            words.get("broadcast.health." + line.health())));
  }
}
