package firstline.broadcast.platform;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.alert.Cap;
import firstline.broadcast.alert.CapReader;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.EbmNumbers;
import firstline.broadcast.ebm.MessageId;
import firstline.persistence.database.Row;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives out what is on the air as messages of the emergency broadcast. */
@ApplicationScoped
public class GiveOutEbm {
  /** The schedule of an emergency. */
  public record Command(@NotNull UUID id) {}

  /** A message as it went out. */
  public record Given(String messageId, byte[] tar) {}

  /** An emergency that is on the air, and the message that says so. */
  public record OnAir(String messageId, UUID schedule, String title, int level, Instant until) {}

  /**
   * An emergency as it was ordered.
   *
   * @param withdrawn when it was taken off; null if it was not
   * @param alert the CAP message from which it was ordered, or empty
   */
  private record Ordered(
      UUID id,
      String department,
      String title,
      String text,
      String language,
      int level,
      Instant from,
      Instant until,
      @Nullable Instant withdrawn,
      List<String> areas,
      byte[] alert) {}

  /** Whoever typed an emergency gave no code of the table of events (GB/T 35561). */
  private static final String NO_EVENT = "00000";

  @Inject private OwnResource ownResource;
  @Inject private EbmNumbers numbers;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected GiveOutEbm() {}

  /** For tests without a server. */
  GiveOutEbm(OwnResource ownResource, EbmNumbers numbers, Sql sql, Desk desk, Clock clock) {
    this.ownResource = ownResource;
    this.numbers = numbers;
    this.sql = sql;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * The message that it is on the air; once it was taken off, the one that cancels that.
   *
   * @throws firstline.persistence.refusal.Refusal {@code ebm.no-resource}, {@code ebm.full}
   * @throws NotFound if there is no such emergency within the officer's areas
   */
  @Allows(right = EMERGENCY)
  @Requirement({"R50.6", "R50.7"})
  public Given give(@Valid Command command) {
    var ordered = ordered(command.id());
    var first = given(ordered.id(), false).orElseGet(() -> make(ordered, null));
    return ordered.withdrawn() == null
        ? first
        : given(ordered.id(), true).orElseGet(() -> make(ordered, MessageId.of(first.messageId())));
  }

  /** All that is on the air in the officer's areas, each with its message. */
  @Allows(right = EMERGENCY)
  @Requirement("R50.6")
  public List<OnAir> onAir() {
    return sql
        .list(
            """
            select s.id from schedule s join area a on a.code = s.area_code
            where s.kind = 'EMERGENCY' and s.state = 'APPROVED' and a.path like any (?)
              and s.approved_at + s.slot * interval '1 millisecond' > ?
            order by s.approved_at, s.id limit 200
            """,
            row -> row.id(1),
            desk.scope().patterns(),
            clock.instant())
        .stream()
        .map(this::ordered)
        .map(one -> onAir(one, given(one.id(), false).orElseGet(() -> make(one, null))))
        .toList();
  }

  private static OnAir onAir(Ordered one, Given given) {
    return new OnAir(given.messageId(), one.id(), one.title(), one.level(), one.until());
  }

  /**
   * A message that was given out.
   *
   * @throws NotFound if there is none within the officer's areas
   */
  @Allows(right = EMERGENCY, reads = true)
  @Requirement("R50.6")
  public Given one(MessageId id) {
    return sql.first(
            """
            select o.message_id, o.raw from ebm_out o join schedule s on s.id = o.schedule_id
              join area a on a.code = s.area_code
            where o.message_id = ? and a.path like any (?)
            """,
            row -> new Given(row.text(1), row.bytes(2)),
            id.toString(),
            desk.scope().patterns())
        .orElseThrow(NotFound::new);
  }

  private Optional<Given> given(UUID schedule, boolean cancels) {
    return sql.first(
        "select message_id, raw from ebm_out where schedule_id = ? and cancels = ?",
        row -> new Given(row.text(1), row.bytes(2)),
        schedule,
        cancels);
  }

  private Given make(Ordered ordered, @Nullable MessageId cancelled) {
    var source = ownResource.id();
    var now = clock.instant();
    var message = message(ordered, numbers.message(source), cancelled);
    var packet = new Ebd(numbers.packet(source), source, null, now, "", message);
    var given = new Given(message.id().toString(), new EbdPackage(packet, Map.of()).pack());
    sql.update(
        """
        insert into ebm_out (message_id, schedule_id, cancels, raw, made_at) values (?, ?, ?, ?, ?)
        """,
        given.messageId(),
        ordered.id(),
        cancelled != null,
        given.tar(),
        now);
    return given;
  }

  private static Ebd.Message message(Ordered ordered, MessageId id, @Nullable MessageId cancelled) {
    var withdrawn = ordered.withdrawn();
    return new Ebd.Message(
        id,
        cancelled,
        cancelled == null ? Ebd.Type.BROADCAST : Ebd.Type.CANCEL,
        ordered.department(),
        "",
        cancelled == null || withdrawn == null ? ordered.from() : withdrawn,
        event(ordered.alert()),
        ordered.level(),
        ordered.from(),
        ordered.until(),
        ordered.language().equals("en") ? "eng" : "zho",
        ordered.title(),
        ordered.text(),
        ordered.areas(),
        List.of());
  }

  private static String event(byte[] alert) {
    return alert.length == 0
        ? NO_EVENT
        : CapReader.read(alert).infos().stream()
            .flatMap(info -> info.eventCodes().stream())
            .map(Cap.Named::value)
            .filter(code -> code.matches("[0-9][0-9A-Z]{4}"))
            .findFirst()
            .orElse(NO_EVENT);
  }

  /** Locked: of two who ask at once, the second gets the first one's number. */
  private Ordered ordered(UUID id) {
    return sql.first(
            """
            select s.id, s.department_name, coalesce(nullif(x.headline, ''), s.title), i.text, i.language, s.level,
              date_trunc('second', s.approved_at),
              date_trunc('second', s.approved_at + s.slot * interval '1 millisecond'),
              date_trunc('second', s.withdrawn_at),
              array(select target from schedule_target t where t.schedule_id = s.id
                and t.included and t.kind = 'AREA' order by target),
              coalesce(x.raw, ''::bytea)
            from schedule s join item i on i.id = s.item_id join area a on a.code = s.area_code
              left join alert x on x.schedule_id = s.id
            where s.id = ? and s.kind = 'EMERGENCY' and s.approved_at is not null
              and a.path like any (?) for update of s
            """,
            GiveOutEbm::read,
            id,
            desk.scope().patterns())
        .orElseThrow(NotFound::new);
  }

  private static Ordered read(Row row) throws SQLException {
    return new Ordered(
        row.id(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.integer(6),
        row.instant(7),
        row.instant(8),
        row.instantOrNull(9),
        row.texts(10),
        row.bytes(11));
  }
}
