package firstline.broadcast.programme;

import firstline.broadcast.media.Sound;
import firstline.broadcast.recurrence.Recurrence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An approved schedule, as programmes are built from it.
 *
 * @param area 12-digit code of the area that ordered it
 * @param rank as {@link Rank#of} has it
 * @param length of what sounds, milliseconds
 * @param slot until when after its start it must be over, milliseconds
 * @param tolerance how late it may begin, milliseconds
 * @param areas paths of the areas that it is for, with all below them
 * @param groups ids of the groups that it is for
 * @param notAreas paths of areas below them that are left out
 * @param notGroups ids of groups that are left out
 * @param approved before it there are no plays
 * @param ended from when on it has no plays; far away while it holds
 */
public record Planned(
    UUID id,
    long version,
    String area,
    Kind kind,
    int level,
    long rank,
    Recurrence recurrence,
    Item item,
    long length,
    long slot,
    long tolerance,
    Preemption preemption,
    int volume,
    int repeats,
    long pause,
    List<String> areas,
    List<String> groups,
    List<String> notAreas,
    List<String> notGroups,
    Instant approved,
    Instant ended) {

  /**
   * What sounds: the media in their order, or the text, spoken.
   *
   * @param live id of the stream of a live page, else empty
   */
  public record Item(
      UUID id, String tone, String language, String text, List<Sound> media, String live) {
    public Item {
      media = List.copyOf(media);
    }

    /** One that is no live page. */
    public Item(UUID id, String tone, String language, String text, List<Sound> media) {
      this(id, tone, language, text, media, "");
    }
  }

  /** How long one play sounds with all its repeats, milliseconds. */
  public long whole() {
    return repeats == 0 ? slot : repeats * length + (repeats - 1) * pause;
  }

  /** True for what keeps quiet windows and the budget: everything but emergencies and live. */
  public boolean isRoutine() {
    return kind == Kind.ROUTINE || kind == Kind.DRILL;
  }

  /** True if speakers of this audience are to play it. */
  boolean reaches(Place place) {
    return (areas.stream().anyMatch(place.path()::startsWith)
            || groups.stream().anyMatch(place.groups()::contains))
        && notAreas.stream().noneMatch(place.path()::startsWith)
        && notGroups.stream().noneMatch(place.groups()::contains);
  }

  /** An audience and where it is. */
  public record Place(UUID audience, String path, List<String> groups) {}
}
