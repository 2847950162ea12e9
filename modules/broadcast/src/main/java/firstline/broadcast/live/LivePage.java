package firstline.broadcast.live;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.media.MakeSound;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.schedule.PlaceNames;
import firstline.persistence.right.Desk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page with the microphone, and what was said before. */
@Named
@RequestScoped
public class LivePage {
  @Inject private LiveQueries queries;
  @Inject private MakeSound makeSound;
  @Inject private PlaceNames placeNames;
  @Inject private Desk desk;

  private @Nullable List<LiveQueries.Page> rows;
  private final Map<UUID, List<MediaQueries.Line>> recordings = new HashMap<>();

  public List<LiveQueries.Page> getRows() {
    if (rows == null) {
      rows = queries.newest();
    }
    return rows;
  }

  public boolean isOnDuty() {
    return desk.may(BroadcastRights.EMERGENCY);
  }

  /** The officer's own area, which is usual. */
  public String getArea() {
    return placeNames.names(List.of(desk.officer().areaCode()));
  }

  /** Programs without which nothing is recorded, in one line; empty if all are there. */
  public String getMissing() {
    return String.join(", ", makeSound.missing());
  }

  /** Minutes of the longest. */
  public int getLongest() {
    return OrderLive.LONGEST;
  }

  /** What was recorded of a schedule. */
  public List<MediaQueries.Line> recordings(UUID schedule) {
    return recordings.computeIfAbsent(schedule, queries::recordings);
  }
}
