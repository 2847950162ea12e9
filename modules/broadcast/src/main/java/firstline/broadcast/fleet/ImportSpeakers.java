package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.area.AreasWithin;
import firstline.persistence.database.Sql;
import firstline.persistence.imports.Choices;
import firstline.persistence.imports.Column;
import firstline.persistence.imports.TableImport;
import firstline.persistence.job.Progress;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.LineReport.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the speakers of a county's old list. They get no one-time code with it, which would be a
 * day old before the last of them is up: each gets its own on its page, when it is put up.
 */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class ImportSpeakers implements TableImport {
  private static final int LOUD = 80;
  private static final String WORDS = "broadcast.channel.";

  @Inject private Sql sql;
  @Inject private Speakers speakers;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ImportSpeakers() {}

  /** For tests without a server: what needs no aggregate. */
  ImportSpeakers(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.speakers = new Speakers(sql);
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "speakers";
  }

  @Override
  public String right() {
    return FLEET;
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.key("serial", 40, "YB-EXAMPLE-0001"),
        Column.required("area", 12, "511502101007"),
        Column.required("place", 100, "村委会楼顶"),
        Column.optional("model", 60, "TH-200"),
        Column.optional("channel", 40, "宽带"),
        Column.optional("volume", 3, "80"));
  }

  @Override
  @Allows(right = FLEET, reads = true)
  @Requirement("R116.2")
  public List<Rejection> check(List<Line> lines) {
    var areas = AreasWithin.codes(sql, desk.scope());
    var known =
        new HashSet<>(
            sql.list(
                "select serial from speaker where serial = any (?)",
                row -> row.text(1),
                (Object) lines.stream().map(line -> line.value("serial")).toArray(String[]::new)));
    return lines.stream().flatMap(line -> faults(line, areas, known)).toList();
  }

  private static Stream<Rejection> faults(Line line, Set<String> areas, Set<String> known) {
    var faults = new ArrayList<Rejection>();
    if (!line.value("serial").matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      faults.add(line.reject("serial", "speaker.serial"));
    } else if (known.contains(line.value("serial"))) {
      faults.add(line.reject("serial", "speaker.known"));
    }
    if (!areas.contains(line.value("area"))) {
      faults.add(line.reject("area", "area.mine"));
    }
    if (channel(line) == null) {
      faults.add(line.reject("channel", "speaker.channel"));
    }
    if (!line.value("volume").matches("|100|[0-9]{1,2}")) {
      faults.add(line.reject("volume", "speaker.volume"));
    }
    return faults.stream();
  }

  private static @Nullable Channel channel(Line line) {
    return line.value("channel").isEmpty()
        ? Channel.IP
        : Choices.read(Channel.values(), WORDS, line.value("channel")).orElse(null);
  }

  @Override
  @Allows(right = FLEET)
  @Requirement({"R31.1", "R116.3"})
  public int keep(List<Line> lines, Progress progress) {
    var now = clock.instant();
    var audiences = new HashMap<String, Audience>();
    var brought = new ArrayList<Speaker>();
    for (var line : lines) {
      var channel = channel(line);
      if (channel == null) {
        throw new Refusal("import.faults", 1);
      }
      brought.add(
          new Speaker(
              line.value("serial"),
              line.value("place"),
              line.value("model"),
              channel,
              line.value("volume").isEmpty() ? LOUD : Integer.parseInt(line.value("volume")),
              audiences.computeIfAbsent(
                  line.value("area"), area -> speakers.audience(area, List.of())),
              now));
    }
    speakers.addAll(brought, progress);
    return brought.size();
  }
}
