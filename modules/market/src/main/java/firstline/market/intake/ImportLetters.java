package firstline.market.intake;

import static firstline.market.MarketRights.INTAKE;

import firstline.market.complaint.KeepLetters;
import firstline.market.complaint.KeepLetters.Incoming;
import firstline.market.complaint.Letter;
import firstline.persistence.database.Columns;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Sealing;
import firstline.persistence.setting.Settings;
import firstline.persistence.tabular.Line;
import firstline.persistence.tabular.Tables;
import firstline.persistence.text.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a platform's list: brought and sealed, looked at, and then taken part by part. */
@ApplicationScoped
public class ImportLetters {
  /** Lines that one transaction takes: others who take letters in wait for no more. */
  public static final int AT_ONCE = 5_000;

  private static final int NAME = 200;

  /** A list; {@code area} is that of lines that tell none. */
  public record Bring(
      @NotNull String channel,
      @NotNull String area,
      @NotNull String fileName,
      byte @NotNull [] content) {
    @Override
    public String toString() {
      return "a list";
    }
  }

  /** A line that was understood. */
  public record Good(int line, Incoming letter) {}

  /** A line that was not taken; {@code detail} never names anybody. */
  public record Bad(int line, String source, Field field, String code, String detail) {}

  /** Some of the lines of a list. */
  public record Part(@NotNull UUID id, @NotNull List<Good> lines) {
    @Override
    public String toString() {
      return "part of " + id;
    }
  }

  /** The end of a list. */
  public record End(@NotNull UUID id, int lines, @NotNull List<Bad> refused) {}

  /** What a list says. */
  public record Understood(int lines, List<Good> good, List<Bad> bad) {
    @Override
    public String toString() {
      return lines + " lines";
    }
  }

  private record Batch(Letter.Channel channel, String area, byte[] content) {}

  private Supplier<String> secret = () -> Settings.current().secret();

  @Inject private Sql sql;
  @Inject private KeepLetters keepLetters;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected ImportLetters() {}

  /** For tests without a server. */
  ImportLetters(Sql sql, Desk desk, Clock clock, String secret) {
    this.secret = () -> secret;
    this.sql = sql;
    this.keepLetters = new KeepLetters(sql, desk, clock, secret);
    this.desk = desk;
    this.clock = clock;
  }

  private Sealing sealing() {
    return new Sealing(secret.get(), "market intake");
  }

  /**
   * Keeps the list, sealed, until it is taken; at most a day.
   *
   * @throws Refusal {@code table.…} if it cannot be read; {@code complaint.channel}, {@code
   *     complaint.area}
   */
  @Allows(right = INTAKE)
  @Requirement("R91.1")
  public UUID bring(@Valid Bring command) {
    Tables.top(command.content(), 1);
    var channel = Letter.Channel.named(command.channel());
    if (!areas().codes().contains(command.area())) {
      throw new Refusal("complaint.area");
    }
    var id = Ids.next();
    sql.update(
        """
        insert into intake_batch (id, officer_id, officer_name, area_code, channel, file_name,
          made_at, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        desk.officer().id(),
        desk.officer().name(),
        command.area(),
        channel.name(),
        PlainText.start(PlainText.line(command.fileName()), NAME),
        clock.instant(),
        sealing().sealed(command.content()));
    return id;
  }

  /** The header and the first lines of one's own list, as they stand. */
  @Allows(right = INTAKE, reads = true)
  @Requirement("R91.1")
  public List<List<String>> top(UUID id, int rows) {
    return Tables.top(own(id).content(), rows);
  }

  /** How many lines stand in a state over there. */
  public record Status(String name, int lines) {}

  /** What the column of one's own list says, the commonest first; at most so many. */
  @Allows(right = INTAKE, reads = true)
  @Requirement("R101.7")
  public List<Status> statuses(UUID id, String header, int most) {
    return LetterFile.counted(own(id).content(), header).entrySet().stream()
        .map(one -> new Status(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingInt(Status::lines).reversed().thenComparing(Status::name))
        .limit(most)
        .toList();
  }

  /**
   * Every line of one's own list, understood or refused.
   *
   * @param columns the header of each field that the list has
   * @throws Refusal {@code intake.column}, {@code intake.column-twice}, {@code table.…}
   */
  @Allows(right = INTAKE, reads = true)
  @Requirement("R91.2")
  public Understood understand(UUID id, Map<Field, String> columns) {
    var batch = own(id);
    var lines = LetterFile.lines(batch.content(), columns);
    var reader = reader(batch.channel(), batch.area());
    var good = new ArrayList<Good>();
    var bad = new ArrayList<Bad>();
    var seen = new HashSet<String>();
    for (var line : lines) {
      try {
        var letter = reader.read(line);
        if (!seen.add(letter.source())) {
          throw new LineReader.Refused(Field.NUMBER, new Refusal("intake.twice", letter.source()));
        }
        good.add(new Good(line.number(), letter));
      } catch (LineReader.Refused refused) {
        bad.add(bad(line, refused));
      }
    }
    return new Understood(lines.size(), good, bad);
  }

  private static Bad bad(Line line, LineReader.Refused refused) {
    var refusal = refused.refusal();
    var arguments = refusal.arguments().stream().map(String::valueOf).toList();
    return new Bad(
        line.number(),
        PlainText.start(PlainText.line(line.value(Field.NUMBER.name())), 60),
        refused.field(),
        refusal.code(),
        String.join("\n", arguments));
  }

  /** Takes the part's lines that are not known yet; how many those were. */
  @Allows(right = INTAKE)
  @Requirement({"R91.3", "R91.4"})
  public int take(@Valid Part command) {
    // Two who bring the same list, or a program that posts one of its letters, take turns.
    sql.one("select pg_advisory_xact_lock(420)::text", row -> row.textOrNull(1) == null);
    var letters = command.lines().stream().map(Good::letter).toList();
    var known = known(letters);
    var fresh = letters.stream().filter(letter -> !known.contains(letter.source())).toList();
    if (!fresh.isEmpty()) {
      keepLetters.keep(fresh);
    }
    sql.update(
        """
        update intake_batch set taken = taken + ?, known = known + ? where id = ? and officer_id = ?
        """,
        fresh.size(),
        letters.size() - fresh.size(),
        command.id(),
        desk.officer().id());
    return fresh.size();
  }

  private Set<String> known(List<Incoming> letters) {
    if (letters.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        sql.list(
            "select distinct source from complaint where channel = ? and source = any (?)",
            row -> row.text(1),
            letters.get(0).letter().channel().name(),
            Columns.of(letters, Incoming::source)));
  }

  /** Ends the list: what was refused is kept, what was brought is forgotten. */
  @Allows(right = INTAKE)
  @Requirement("R91.2")
  public void end(@Valid End command) {
    var ended =
        sql.update(
            """
            update intake_batch set lines = ?, ended_at = ?, sealed = null
            where id = ? and officer_id = ? and ended_at is null
            """,
            command.lines(),
            clock.instant(),
            command.id(),
            desk.officer().id());
    if (ended == 0) {
      throw new NotFound();
    }
    var bad = command.refused();
    sql.update(
        """
        insert into intake_refused (batch_id, line, source, field, code, detail)
        select ?, line::int, source, field, code, detail
        from unnest(?, ?, ?, ?, ?) as t (line, source, field, code, detail)
        """,
        command.id(),
        Columns.of(bad, Bad::line),
        Columns.of(bad, Bad::source),
        Columns.of(bad, Bad::field),
        Columns.of(bad, Bad::code),
        Columns.of(bad, Bad::detail));
  }

  /**
   * Takes one letter that a program posts, as a line of a list; the record that it became, or none
   * if its number is known.
   *
   * @throws Refusal as a line is refused
   */
  @Allows(right = INTAKE)
  @Requirement({"R91.4", "R91.5"})
  public Optional<KeepLetters.Kept> post(@Valid Post command) {
    try {
      var letter =
          reader(Letter.Channel.named(command.channel()), desk.officer().areaCode())
              .read(new Line(1, command.values()));
      sql.one("select pg_advisory_xact_lock(420)::text", row -> row.textOrNull(1) == null);
      return known(List.of(letter)).isEmpty()
          ? Optional.of(keepLetters.keep(List.of(letter)).get(0))
          : Optional.empty();
    } catch (LineReader.Refused refused) {
      throw refused.refusal();
    }
  }

  /** A letter that a program posts: by the names of {@link Field}. */
  public record Post(@NotNull String channel, @NotNull Map<String, String> values) {
    @Override
    public String toString() {
      return "a letter";
    }
  }

  private Batch own(UUID id) {
    return sql.one(
        """
        select channel, area_code, sealed from intake_batch
        where id = ? and officer_id = ? and sealed is not null
        """,
        row ->
            new Batch(
                Letter.Channel.valueOf(row.text(1)), row.text(2), sealing().opened(row.bytes(3))),
        id,
        desk.officer().id());
  }

  private record Areas(Set<String> codes, Map<String, String> names) {}

  private LineReader reader(Letter.Channel channel, String home) {
    var areas = areas();
    return new LineReader(channel, home, areas.codes(), areas.names(), clock.instant());
  }

  /** Where the officer takes letters in; a name that several areas bear means none of them. */
  private Areas areas() {
    var codes = new HashSet<String>();
    var names = new HashMap<String, String>();
    var shared = new HashSet<String>();
    sql.list(
        "select code, name from area where path like any (?)",
        row -> {
          codes.add(row.text(1));
          if (names.putIfAbsent(row.text(2), row.text(1)) != null) {
            shared.add(row.text(2));
          }
          return true;
        },
        (Object) desk.scope().patterns());
    names.keySet().removeAll(shared);
    return new Areas(codes, names);
  }
}
