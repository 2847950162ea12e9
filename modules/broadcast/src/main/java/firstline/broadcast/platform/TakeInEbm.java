package firstline.broadcast.platform;

import static firstline.broadcast.BroadcastRights.EMERGENCY;

import firstline.broadcast.alert.Alerts;
import firstline.broadcast.alert.Cap;
import firstline.broadcast.alert.CapWriter;
import firstline.broadcast.alert.TakeInAlert;
import firstline.broadcast.ebm.Ebd;
import firstline.broadcast.ebm.EbdPackage;
import firstline.broadcast.ebm.MessageId;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes in a message of the emergency broadcast, as an alert at the area where the officer works.
 */
@ApplicationScoped
public class TakeInEbm {
  /** The bytes of a packet's tar. */
  public record Command(@NotNull byte[] tar, @NotNull Alerts.Way way) {
    @Override
    public String toString() {
      return "Command[" + tar.length + " bytes, " + way + "]";
    }
  }

  /** A message that came before, and the CAP that was made of it. */
  private record Known(Ebd.Body message, byte[] cap) {}

  @Inject private TakeInAlert takeInAlert;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected TakeInEbm() {}

  /** For tests without a server. */
  TakeInEbm(TakeInAlert takeInAlert, Sql sql, Clock clock) {
    this.takeInAlert = takeInAlert;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A draft for a person; a message that is known already changes nothing.
   *
   * @throws Refusal {@code ebm.…}, its first argument the element
   */
  @Allows(right = EMERGENCY)
  @Requirement({"R50.1", "R50.2", "R50.4"})
  public Alerts.Taken take(@Valid Command command) {
    var content = EbdPackage.unpack(command.tar());
    if (!(content.packet().body() instanceof Ebd.Message message)) {
      throw new Refusal("ebm.missing", "EBM");
    }
    requireFiles(message, content);
    // One after the other: of two with the same id, the later must see the earlier.
    sql.one("select 1 from (select pg_advisory_xact_lock(340))", row -> row.integer(1));
    var known = known(message.id());
    if (known.isPresent()) {
      if (!known.get().message().equals(message)) {
        throw new Refusal("ebm.changed", "EBMID", message.id().toString());
      }
      return takeInAlert.take(new TakeInAlert.Command(known.get().cap(), command.way()));
    }
    nameIt(message);
    var taken = translated(message, command.way());
    sql.update(
        """
        insert into ebm_in (message_id, alert_id, related, raw, received_at) values (?, ?, ?, ?, ?)
        """,
        message.id().toString(),
        taken.alert().id(),
        message.related() == null ? null : message.related().toString(),
        command.tar(),
        clock.instant());
    return taken;
  }

  private static void requireFiles(Ebd.Message message, EbdPackage content) {
    for (var auxiliary : message.auxiliaries()) {
      var file = content.files().get(auxiliary.description());
      if (file == null) {
        throw new Refusal("ebm.missing", "Auxiliary " + auxiliary.description());
      }
      if (file.length != auxiliary.size()) {
        throw new Refusal("ebm.value", "Size", auxiliary.size());
      }
    }
  }

  private Optional<Known> known(MessageId id) {
    return sql.first(
        """
        select e.raw, a.raw from ebm_in e join alert a on a.id = e.alert_id where e.message_id = ?
        """,
        row -> new Known(EbdPackage.unpack(row.bytes(1)).packet().body(), row.bytes(2)),
        id.toString());
  }

  /** What updates or cancels it and came before it could not know when it was sent. */
  @Requirement("R50.3")
  private void nameIt(Ebd.Message message) {
    sql.update(
        """
        insert into alert_reference (alert_id, sender, identifier, sent)
        select alert_id, ?, related, ? from ebm_in where related = ? on conflict do nothing
        """,
        message.id().sender().toString(),
        message.sent(),
        message.id().toString());
  }

  @Requirement("R50.3")
  private List<Cap.Reference> references(Ebd.Message message) {
    var related = message.related();
    return related == null
        ? List.of()
        : sql.list(
            "select a.sent from ebm_in e join alert a on a.id = e.alert_id where e.message_id = ?",
            row ->
                new Cap.Reference(
                    related.sender().toString(),
                    related.toString(),
                    Translation.time(row.instant(1))),
            related.toString());
  }

  /** What is wrong is told in the words of the packet that has it. */
  private Alerts.Taken translated(Ebd.Message message, Alerts.Way way) {
    try {
      return takeInAlert.take(
          new TakeInAlert.Command(
              CapWriter.write(Translation.of(message, references(message))), way));
    } catch (Refusal refusal) {
      var element =
          Objects.toString(refusal.arguments().isEmpty() ? "" : refusal.arguments().get(0));
      throw switch (refusal.code()) {
        case "cap.area" -> new Refusal("ebm.value", "AreaCode", refusal.arguments().get(1));
        case "cap.sent-ahead" -> new Refusal("ebm.value", "SendTime", refusal.arguments().get(1));
        default ->
            refusal.code().startsWith("cap.")
                ? new Refusal("ebm.value", "EBM", "CAP " + element)
                : refusal;
      };
    }
  }
}
