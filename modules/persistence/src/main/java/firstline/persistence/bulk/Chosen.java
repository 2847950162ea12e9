package firstline.persistence.bulk;

import firstline.persistence.bulk.OneByOne.Pick;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which records a step is for. */
public final class Chosen {
  /** Most records at a time. */
  public static final int MOST = 1_000;

  private static final Pattern TICK =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([^\\r\\n]{0,80})");

  private Chosen() {}

  /**
   * Those ticked, each once.
   *
   * @param ticks an id and a label each, with a space between
   * @throws Refusal {@code bulk.none}, {@code bulk.too-many}
   * @throws NotFound for what nobody's form says
   */
  @Requirement("R117.3")
  public static List<Pick> ticked(List<String> ticks) {
    var picks = new LinkedHashMap<UUID, Pick>();
    for (var tick : ticks) {
      var read = TICK.matcher(tick);
      if (!read.matches()) {
        throw new NotFound();
      }
      var id = UUID.fromString(read.group(1));
      picks.putIfAbsent(id, new Pick(id, read.group(2)));
    }
    return bounded(List.copyOf(picks.values()));
  }

  /**
   * All that the list shows under the address, on whatever page, by the list's own query.
   *
   * @throws Refusal {@code bulk.none}, {@code bulk.too-many}
   */
  @Requirement("R117.3")
  public static List<Pick> found(ListExport list, String query) {
    var picks = new ArrayList<Pick>();
    var after = "";
    do {
      var part = list.rows(Address.of(query), after, MOST + 1 - picks.size());
      part.rows()
          .forEach(
              row ->
                  picks.add(
                      new Pick(UUID.fromString(row.id()), String.valueOf(row.cells().get(0)))));
      after = part.after();
    } while (!after.isEmpty() && picks.size() <= MOST);
    return bounded(picks);
  }

  private static List<Pick> bounded(List<Pick> picks) {
    if (picks.isEmpty()) {
      throw new Refusal("bulk.none");
    }
    if (picks.size() > MOST) {
      throw new Refusal("bulk.too-many", MOST);
    }
    return picks;
  }
}
