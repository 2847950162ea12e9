package firstline.rumour.rebuttal;

import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Sql;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.rumour.rumour.Actor;
import firstline.rumour.rumour.Rumour;
import firstline.rumour.rumour.Rumours;
import firstline.rumour.rumour.Verdict;
import firstline.rumour.rumour.Wordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Rebuttals of earlier systems: known by origin and external id, taken by the thousand. */
@ApplicationScoped
@Allows(right = Rights.WITHIN)
public class ImportedRebuttals {
  /** One to take over. */
  public record Entry(Origin origin, Content content) {}

  /** How many are new, and how many have another word than before. */
  public record Changed(int added, int updated) {}

  private record Known(UUID id, boolean untouched, Content content) {}

  private static final int CHUNK = 2_000;

  @Inject private Rebuttals rebuttals;
  @Inject private Rumours rumours;
  @Inject private Wordings wordings;
  @Inject private Aggregates aggregates;
  @Inject private Sql sql;

  /** Takes them over into the area; an imported one that was corrected or withdrawn here stays. */
  public Changed take(String areaCode, List<Entry> entries, Actor importer, Instant now) {
    aggregates.requireInScope(areaCode);
    var known = new HashMap<String, HashMap<String, Known>>();
    var updated = new ArrayList<Rebuttal>();
    var fresh = new ArrayList<Entry>();
    var met = new ArrayList<Wordings.Met>();
    for (var entry : entries) {
      var there =
          known
              .computeIfAbsent(entry.origin().system(), this::known)
              .get(entry.origin().externalId());
      if (there == null) {
        fresh.add(entry);
      } else if (there.untouched() && !there.content().equals(entry.content())) {
        var rebuttal = rebuttals.at(there.id());
        rebuttal.importAgain(
            entry.origin(), entry.origin().system(), entry.content(), importer, now);
        met.addAll(wordings(rebuttal.rumourId(), areaCode, entry, now));
        updated.add(rebuttal);
      }
    }
    rebuttals.keep(updated);
    wordings.met(met);
    for (var from = 0; from < fresh.size(); from += CHUNK) {
      add(areaCode, fresh.subList(from, Math.min(fresh.size(), from + CHUNK)), importer, now);
      // The checks of foreign keys keep the plan that was best for the few rows there were before.
      if (from == 0 || from == 10 * CHUNK) {
        sql.update("analyze rumour, rebuttal, rebuttal_version");
      }
    }
    return new Changed(fresh.size(), updated.size());
  }

  private void add(String areaCode, List<Entry> fresh, Actor importer, Instant now) {
    var numbers = rebuttals.nextNumbers(fresh.size());
    var rumourNumbers = rumours.nextNumbers(fresh.size());
    var opened = new ArrayList<Rumour>();
    var added = new ArrayList<Rebuttal>();
    var met = new ArrayList<Wordings.Met>();
    for (var i = 0; i < fresh.size(); i++) {
      var entry = fresh.get(i);
      var content = entry.content();
      var rumour =
          Rumour.imported(
              areaCode, rumourNumbers.get(i), content.claim(), content.verdict(), importer, now);
      opened.add(rumour);
      added.add(
          Rebuttal.imported(
              areaCode, rumour.id(), numbers.get(i), entry.origin(), content, importer, now));
      met.addAll(wordings(rumour.id(), areaCode, entry, now));
    }
    opened.forEach(aggregates::add);
    rumours.keep(opened);
    added.forEach(aggregates::add);
    rebuttals.keep(added);
    wordings.met(met);
    aggregates.letGo();
  }

  private static List<Wordings.Met> wordings(
      UUID rumour, String areaCode, Entry entry, Instant now) {
    return entry.origin().wordings().stream()
        .map(text -> new Wordings.Met(rumour, text, entry.origin().system(), areaCode, now))
        .toList();
  }

  private HashMap<String, Known> known(String system) {
    var known = new HashMap<String, Known>();
    sql.list(
        """
        select r.external_id, r.id, v.claim, v.fact, v.explanation, v.sources, v.verdict, v.language,
          r.state = 'PUBLISHED' and r.first_public_at is null and v.approved_at is null
        from rebuttal r join lateral (
          select * from rebuttal_version v where v.rebuttal_id = r.id
          order by v.ordinal desc limit 1) v on true
        where r.origin = ?
        """,
        row ->
            known.put(
                row.text(1),
                new Known(
                    row.id(2),
                    row.flag(9),
                    new Content(
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        SourcesColumn.read(row.text(6)),
                        Verdict.valueOf(row.text(7)),
                        row.text(8)))),
        system);
    return known;
  }
}
