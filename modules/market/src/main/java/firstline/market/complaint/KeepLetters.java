package firstline.market.complaint;

import firstline.market.clock.Moment;
import firstline.market.term.Begin;
import firstline.market.term.Terms;
import firstline.persistence.database.Columns;
import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import firstline.persistence.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door through which letters become records, many at once; part of a use case. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class KeepLetters {
  /** What stands where the text named who sent it: never longer than the name. */
  public static final String HIDDEN = "▇▇";

  /** Names of one letter would black out half the text. */
  private static final int SHORTEST = 2;

  /**
   * A letter that is as it must be.
   *
   * @param complaint and {@code tipoff}: what it is; one at least
   * @param source number that a platform gave it; empty if it has none
   * @param amount in dispute, in fen; null if nobody says
   * @param receivedAt when its clocks begin
   */
  public record Incoming(
      Letter letter,
      boolean complaint,
      boolean tipoff,
      String source,
      @Nullable Long amount,
      Instant receivedAt) {
    /**
     * This one.
     *
     * @throws Refusal {@code complaint.kind}; {@code complaint.named} for a complaint without a
     *     name
     */
    public Incoming checked() {
      if (!complaint && !tipoff) {
        throw new Refusal("complaint.kind");
      }
      if (complaint && letter.contact().isEmpty()) {
        throw new Refusal("complaint.named");
      }
      return this;
    }
  }

  /** The record of the complaint, or of the tip-off if it is only that. */
  public record Kept(UUID id, String number) {}

  private record Half(UUID id, Kind kind, String number, Incoming incoming) {
    Letter letter() {
      return incoming.letter();
    }

    String facts() {
      return incoming.tipoff() ? hidden(letter().facts(), letter().contact()) : letter().facts();
    }

    String place() {
      return incoming.tipoff() ? hidden(letter().place(), letter().contact()) : letter().place();
    }
  }

  private Supplier<String> secret = () -> Settings.current().secret();

  @Inject private Sql sql;
  @Inject private Terms terms;
  @Inject private Numbering numbering;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepLetters() {}

  /** For tests without a server. */
  public KeepLetters(Sql sql, Desk desk, Clock clock, String secret) {
    this.secret = () -> secret;
    this.sql = sql;
    this.terms = new Terms(sql, desk, clock);
    this.numbering = new Numbering(sql, clock);
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Keeps them, each with number, clocks and sealed identity, in the order in which they are given.
   *
   * @throws Refusal as {@link Incoming#checked}
   */
  @Requirement({"R82.1", "R82.3", "R91.3"})
  public List<Kept> keep(List<Incoming> letters) {
    letters.forEach(Incoming::checked);
    var complaints = halves(letters.stream().filter(Incoming::complaint).toList(), Kind.COMPLAINT);
    var tipoffs = halves(letters.stream().filter(Incoming::tipoff).toList(), Kind.TIPOFF);
    var all = new ArrayList<>(complaints);
    all.addAll(tipoffs);
    write(all);
    seal(all.stream().filter(half -> !half.letter().contact().isEmpty()).toList());
    begin(all);
    return joined(letters, complaints, tipoffs);
  }

  private List<Half> halves(List<Incoming> letters, Kind kind) {
    if (letters.isEmpty()) {
      return List.of();
    }
    var numbers = numbering.next("market-" + kind.name(), kind.prefix(), 4, letters.size());
    var halves = new ArrayList<Half>();
    for (var letter : letters) {
      halves.add(new Half(Ids.next(), kind, numbers.get(halves.size()), letter));
    }
    return halves;
  }

  /** Ties the two halves of a letter, and tells what became of each letter. */
  private List<Kept> joined(List<Incoming> letters, List<Half> complaints, List<Half> tipoffs) {
    var kept = new ArrayList<Kept>();
    var left = new ArrayList<UUID>();
    var right = new ArrayList<UUID>();
    var complaint = complaints.iterator();
    var tipoff = tipoffs.iterator();
    for (var letter : letters) {
      var first = letter.complaint() ? complaint.next() : tipoff.next();
      kept.add(new Kept(first.id(), first.number()));
      if (letter.complaint() && letter.tipoff()) {
        left.add(first.id());
        right.add(tipoff.next().id());
      }
    }
    sql.update(
        """
        insert into complaint_letter (complaint_id, tipoff_id)
        select c::uuid, t::uuid from unnest(?, ?) as l (c, t)
        """,
        Columns.of(left, UUID::toString),
        Columns.of(right, UUID::toString));
    return kept;
  }

  private void write(List<Half> halves) {
    var officer = desk.officer();
    sql.update(
        """
        insert into complaint (id, kind, number, area_code, department_id, department_name, channel,
          operator, place, goods, facts, named, state, received_at, source, amount, home_id)
        select id::uuid, kind, number, area, ?::uuid, ?, channel, operator, place, goods, facts,
          named::boolean, 'RECEIVED', at::timestamptz, source, amount::bigint, ?::uuid
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as t (id, kind, number, area, channel, operator, place, goods, facts, named, at, source,
            amount)
        """,
        officer.departmentId(),
        officer.departmentName(),
        officer.departmentId(),
        Columns.of(halves, Half::id),
        Columns.of(halves, Half::kind),
        Columns.of(halves, Half::number),
        Columns.of(halves, half -> half.letter().area()),
        Columns.of(halves, half -> half.letter().channel()),
        Columns.of(halves, half -> half.letter().operator()),
        Columns.of(halves, Half::place),
        Columns.of(halves, half -> half.letter().goods()),
        Columns.of(halves, Half::facts),
        Columns.of(halves, half -> !half.letter().contact().isEmpty()),
        Columns.of(halves, half -> half.incoming().receivedAt()),
        Columns.of(halves, half -> half.incoming().source()),
        Columns.of(halves, half -> half.incoming().amount()));
    sql.update(
        """
        insert into complaint_step (complaint_id, action, state, officer_name, department_name, at)
        select id::uuid, 'TAKE_IN', 'RECEIVED', ?, ?, ? from unnest(?) as t (id)
        """,
        desk.nameInHistory(),
        officer.departmentName(),
        clock.instant(),
        Columns.of(halves, Half::id));
  }

  private void seal(List<Half> halves) {
    if (halves.isEmpty()) {
      return;
    }
    var sealing = Identities.sealing(secret.get());
    sql.update(
        """
        insert into complaint_identity (complaint_id, sealed)
        select id::uuid, decode(sealed, 'hex') from unnest(?, ?) as t (id, sealed)
        """,
        Columns.of(halves, Half::id),
        Columns.of(
            halves,
            half -> HexFormat.of().formatHex(Identities.sealed(sealing, half.letter().contact()))));
  }

  private void begin(List<Half> halves) {
    var officer = desk.officer();
    terms.beginAll(
        halves.stream()
            .map(
                half ->
                    new Begin(
                        half.kind().terms(),
                        half.id(),
                        half.number(),
                        "",
                        officer.departmentId(),
                        officer.departmentName(),
                        half.letter().area(),
                        half.kind().first(),
                        Moment.of(half.incoming().receivedAt())))
            .toList());
  }

  /** The text without whoever sent it: of a tip-off, and of the complaint that came with it. */
  public static String hidden(String text, String contact) {
    var hidden = text;
    for (var part : contact.split("[\\s,;:，；：、]+")) {
      if (part.length() >= SHORTEST) {
        hidden = hidden.replace(part, HIDDEN);
      }
    }
    return hidden;
  }
}
