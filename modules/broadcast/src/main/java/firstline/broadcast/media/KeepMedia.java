package firstline.broadcast.media;

import static firstline.broadcast.BroadcastRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.file.FileLimits;
import firstline.persistence.file.KeepFile;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Keeps a sound that is ready, once for an area. */
@ApplicationScoped
public class KeepMedia {
  /** How a sound came to be. */
  public enum Made {
    UPLOAD,
    RECORDING,
    SPEECH
  }

  /**
   * Where it comes from.
   *
   * @param name of the file as the client called it; of speech, its first words
   * @param language of speech, else empty
   * @param text of speech, else empty
   * @param voice of speech, else empty
   */
  public record Origin(
      @NotNull Made made,
      @NotNull @Size(max = 200) String name,
      @NotNull String language,
      @NotNull @Size(max = 4000) String text,
      @NotNull String voice) {}

  /** A sound for an area, by its 12-digit code. */
  public record Command(
      @NotNull Prepared prepared, @NotNull @Valid Origin origin, @NotNull String area) {}

  private static final FileLimits MP3 = FileLimits.of(Set.of(Sound.TYPE), 100L << 20);
  private static final FileLimits OPUS =
      FileLimits.of(Set.of("audio/opus", "application/ogg"), 100L << 20);

  @Inject private Sql sql;
  @Inject private KeepFile keepFile;
  @Inject private Desk desk;
  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init")
  protected KeepMedia() {}

  /** For tests without a server. */
  KeepMedia(Sql sql, KeepFile keepFile, Desk desk, Clock clock) {
    this.sql = sql;
    this.keepFile = keepFile;
    this.desk = desk;
    this.clock = clock;
  }

  /** Whose sound it is. */
  public record Owner(@NotNull UUID id, @NotNull String name) {}

  /** Its hash. */
  @Allows(right = DRAFT)
  @Requirement({"R38.2", "R38.3"})
  public String keep(@Valid Command command) throws IOException {
    return keep(command, new Owner(desk.officer().id(), desk.officer().name()));
  }

  /** The same for what the server made of what the officer said or ordered; its hash. */
  @Allows(right = Rights.SYSTEM)
  @Requirement({"R48.5", "R55.1"})
  public String record(@Valid Command command, @Valid Owner owner) throws IOException {
    return keep(command, owner);
  }

  private String keep(Command command, Owner owner) throws IOException {
    var prepared = command.prepared();
    var origin = command.origin();
    var mp3 = kept(prepared.mp3(), origin.name() + ".mp3", command.area(), MP3);
    var opus = kept(prepared.opus(), origin.name() + ".opus", command.area(), OPUS);
    sql.update(
        """
        insert into media (id, area_code, sha256, file_id, opus_file_id, bytes, length, loudness,
          peak, made, codec, name, language, source_text, voice, made_at, officer_id, officer_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (area_code, sha256) do nothing
        """,
        Ids.next(),
        command.area(),
        mp3.sha256(),
        mp3.id(),
        opus.id(),
        Files.size(prepared.mp3()),
        prepared.length(),
        prepared.loudness(),
        prepared.peak(),
        origin.made().name(),
        prepared.codec(),
        origin.name(),
        origin.language(),
        origin.text(),
        origin.voice(),
        clock.instant(),
        owner.id(),
        owner.name());
    return mp3.sha256();
  }

  private KeepFile.Kept kept(Path file, String name, String area, FileLimits limits)
      throws IOException {
    try (var content = Files.newInputStream(file)) {
      return keepFile.keep(new KeepFile.Command(content, name, area, limits));
    }
  }
}
