package firstline.market.typical;

import static firstline.market.MarketRights.CASE;
import static firstline.market.MarketRights.PUBLISH;
import static firstline.market.MarketRights.READ;

import firstline.persistence.database.Row;
import firstline.persistence.database.Select;
import firstline.persistence.database.Sql;
import firstline.persistence.digest.Sha256;
import firstline.persistence.outbox.HandOver;
import firstline.persistence.outbox.Outbox;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.refusal.Conflict;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.screen.Step;
import firstline.persistence.text.PlainText;
import firstline.persistence.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tells published decisions as typical cases: written, published by somebody else, ended. */
@ApplicationScoped
public class TypicalCases {
  static final int SIZE = 50;
  static final int TITLE = 40;
  static final int BODY = 1_500;
  static final int REASON = 500;

  /** A mobile or landline number, or the number of an identity card. */
  private static final Pattern PERSONAL =
      Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}|\\d{17}[\\dXx])(?!\\d)");

  /** What it says. */
  public record Write(@NotNull UUID id, @NotNull String title, @NotNull String body) {}

  /** Its publication; the hash of what was read. */
  public record Publish(@NotNull UUID id, @NotNull String hash) {}

  /** A typical case; empty texts before it is written. */
  public record View(
      UUID id,
      String caseTitle,
      String number,
      String title,
      String body,
      String hash,
      String officerName,
      String publishedName,
      String endedWhy) {
    public boolean isWritten() {
      return !hash.isEmpty();
    }

    public boolean isPublic() {
      return !publishedName.isEmpty() && endedWhy.isEmpty();
    }
  }

  private record Written(View view, Instant at) {}

  private record Ended(UUID id, String number) {}

  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TypicalCases() {}

  /** For tests without a server: of what tells nobody. */
  @SuppressWarnings("NullAway.Init")
  TypicalCases(Sql sql, Desk desk, Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Clocks.ZONE);
  }

  private static View view(Row row) throws SQLException {
    return new View(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.text(7),
        row.text(8),
        row.text(9));
  }

  /** The typical case of a decision that is shown, if the decision is. */
  @Allows(right = READ, reads = true)
  public Optional<View> of(UUID id) {
    return sql.first(
        """
        select c.id, c.title, c.decision_number, coalesce(t.title, ''), coalesce(t.body, ''),
          coalesce(t.hash, ''), coalesce(t.officer_name, ''), coalesce(t.published_name, ''),
          coalesce(t.ended_why, '')
        from market_case c join case_publication b on b.case_id = c.id
          join area a on a.code = c.area_code left join typical_case t on t.case_id = c.id
        where c.id = ? and a.path like any (?)
          and (t.case_id is not null
            or b.withdrawn_on is null and ? between b.published_on and b.until)
        """,
        TypicalCases::view,
        id,
        desk.scope().patterns(),
        today());
  }

  /** What happened to it, the newest on top; who took it off is not kept. */
  @Allows(right = READ, reads = true)
  @Requirement("R126.3")
  public List<Step> steps(UUID id) {
    return sql.list(
        """
        select s.at, s.officer, s.step, s.reason
        from typical_case t join market_case c on c.id = t.case_id
          join area a on a.code = c.area_code cross join lateral (values
          (t.made_at, t.officer_name, 'MADE', ''),
          (t.published_at, t.published_name, 'PUBLISHED', ''),
          (t.ended_at, '—', 'WITHDRAWN', t.ended_why)) s (at, officer, step, reason)
        where t.case_id = ? and a.path like any (?) and s.at is not null order by s.at desc
        """,
        Step::of,
        id,
        desk.scope().patterns());
  }

  /**
   * Writes it, or writes it anew before it is public.
   *
   * @throws NotFound if the decision is not shown to the public
   * @throws Refusal {@code typical.title}, {@code typical.body}; {@code typical.person} if it names
   *     the natural person whom it is about; {@code typical.number} with the telephone or identity
   *     number in it; {@code typical.public} once it is public
   */
  @Allows(right = CASE)
  @Requirement("R94.6")
  public void write(@Valid Write command) {
    var view = of(command.id()).orElseThrow(NotFound::new);
    var title = PlainText.line(command.title());
    var body = PlainText.lines(command.body());
    if (title.isEmpty() || title.length() > TITLE) {
      throw new Refusal("typical.title", TITLE);
    }
    if (body.isEmpty() || body.length() > BODY) {
      throw new Refusal("typical.body", BODY);
    }
    redacted(view.id(), title + "\n" + body);
    var written =
        sql.update(
            """
            insert into typical_case (case_id, title, body, hash, officer_id, officer_name, made_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set title = excluded.title, body = excluded.body,
              hash = excluded.hash, officer_id = excluded.officer_id,
              officer_name = excluded.officer_name, made_at = excluded.made_at
            where typical_case.published_at is null
            """,
            view.id(),
            title,
            body,
            Sha256.hex((title + "\n" + body).getBytes(StandardCharsets.UTF_8)),
            desk.officer().id(),
            desk.officer().name(),
            clock.instant());
    if (written == 0) {
      throw new Refusal("typical.public");
    }
  }

  private void redacted(UUID id, String text) {
    var personal = PERSONAL.matcher(text);
    if (personal.find()) {
      throw new Refusal("typical.number", personal.group());
    }
    sql.first(
            """
            select o.name from market_case c join operator o on o.id = c.operator_id
            where c.id = ? and o.person and position(o.name in ?) > 0
            """,
            row -> row.text(1),
            id,
            text)
        .ifPresent(
            name -> {
              throw new Refusal("typical.person", name);
            });
  }

  /**
   * Publishes it: on the page of notices, and to broadcast and publicity.
   *
   * @throws Refusal {@code typical.public}; {@code typical.own} by who wrote it
   * @throws Conflict if it was written anew since it was read
   */
  @Allows(right = PUBLISH)
  @Requirement({"R94.6", "R94.7"})
  public void publish(@Valid Publish command) {
    var view = of(command.id()).filter(View::isWritten).orElseThrow(NotFound::new);
    if (!view.publishedName().isEmpty()) {
      throw new Refusal("typical.public");
    }
    var published =
        sql.update(
            """
            update typical_case set published_at = ?, published_name = ?
            where case_id = ? and hash = ? and published_at is null and officer_id <> ?
            """,
            clock.instant(),
            desk.officer().name(),
            view.id(),
            command.hash(),
            desk.officer().id());
    if (published == 0) {
      if (!view.hash().equals(command.hash())) {
        throw new Conflict();
      }
      throw new Refusal("typical.own");
    }
    outbox.add(HandOver.TYPICAL_CASE, view.number(), told(view.id()).build().toString());
  }

  /** What is handed over of it. */
  private JsonObjectBuilder told(UUID id) {
    return sql.one(
        """
        select c.decision_number, t.hash, c.area_code, t.title, t.body
        from typical_case t join market_case c on c.id = t.case_id where t.case_id = ?
        """,
        row ->
            Json.createObjectBuilder()
                .add("id", id.toString())
                .add("number", row.text(1))
                .add("hash", row.text(2))
                .add("area", row.text(3))
                .add("title", row.text(4))
                .add("text", row.text(4) + "。" + row.text(5)),
        id);
  }

  /** Takes it off for a reason; refused as {@code typical.reason}, {@code typical.off}. */
  @Allows(right = PUBLISH)
  @Requirement("R94.7")
  public void end(@NotNull UUID id, @NotNull String why) {
    var reason = PlainText.line(why);
    if (reason.isEmpty() || reason.length() > REASON) {
      throw new Refusal("typical.reason", REASON);
    }
    var view = of(id).filter(View::isPublic).orElseThrow(() -> new Refusal("typical.off"));
    end(new Ended(view.id(), view.number()), reason);
  }

  /** Ends those whose decision is no longer shown; how many. */
  @Allows(right = Rights.SYSTEM)
  @Requirement("R94.7")
  public int endWithDecisions() {
    var over =
        sql.list(
            """
            select t.case_id, c.decision_number from typical_case t
              join case_publication b on b.case_id = t.case_id
              join market_case c on c.id = t.case_id
            where t.published_at is not null and t.ended_at is null
              and (b.withdrawn_on is not null or b.until < ?)
            order by t.case_id for update of t skip locked
            """,
            row -> new Ended(row.id(1), row.text(2)),
            today());
    over.forEach(one -> end(one, "处罚信息公示已结束"));
    return over.size();
  }

  private void end(Ended one, String reason) {
    sql.update(
        "update typical_case set ended_at = ?, ended_why = ? where case_id = ?",
        clock.instant(),
        reason,
        one.id());
    outbox.add(
        HandOver.TYPICAL_CASE_ENDED,
        one.number(),
        told(one.id()).add("reason", reason).build().toString());
  }

  /** A page of those that were ever written, the latest written on top. */
  @Allows(right = READ, reads = true)
  @Requirement("R118.3")
  public Page<View> list(Cursor cursor) {
    var select =
        Select.from(
                """
                select c.id, c.title, c.decision_number, t.title, t.body, t.hash, t.officer_name,
                  t.published_name, t.ended_why, t.made_at
                from typical_case t join market_case c on c.id = t.case_id
                  join area a on a.code = c.area_code
                """)
            .where("a.path like any (?)", (Object) desk.scope().patterns());
    if (cursor.backwards()) {
      select
          .where("(t.made_at, c.id) > (?, ?)", cursor.at(), cursor.id())
          .end("order by t.made_at, c.id limit ?", cursor.rows(SIZE) + 1);
    } else {
      select
          .where("(t.made_at, c.id) < (?, ?)", cursor.at(), cursor.id())
          .end("order by t.made_at desc, c.id desc limit ?", cursor.rows(SIZE) + 1);
    }
    var page =
        Page.of(
            sql.list(select, row -> new Written(view(row), row.instant(10))),
            SIZE,
            cursor,
            one -> Cursor.of(one.at(), one.view().id()));
    return new Page<>(
        page.rows().stream().map(Written::view).toList(), page.before(), page.after());
  }

  /** How many are written and not published. */
  @Allows(right = READ, reads = true)
  public long waiting() {
    return sql.one(
        """
        select count(*) from typical_case t join market_case c on c.id = t.case_id
          join area a on a.code = c.area_code
        where t.published_name = '' and a.path like any (?)
        """,
        row -> row.number(1),
        (Object) desk.scope().patterns());
  }
}
