package firstline.rumour.release;

import static firstline.rumour.RumourRights.PUBLISH;
import static firstline.rumour.RumourRights.READ;

import firstline.persistence.database.Sql;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.ChineseFont;
import firstline.persistence.time.Clocks;
import firstline.rumour.rebuttal.OutgoingVersions;
import firstline.rumour.rebuttal.ReadingRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Opens what goes out on a channel: to look at, and to take along. */
@ApplicationScoped
public class OpenPackage {
  /**
   * What goes out, to look at.
   *
   * @param pictures names of parts; empty on a channel or a machine without pictures
   * @param isPacked true if there is something to take along
   */
  public record Shown(
      String fact,
      String verdict,
      String explanation,
      String shortText,
      String script,
      String readingTime,
      String poster,
      List<String> pictures,
      boolean isPacked,
      boolean isWithoutFont) {}

  /** A file to take along. */
  public record Taken(String name, String mediaType, byte[] content) {
    public Taken {
      content = content.clone();
    }
  }

  private record Found(
      UUID rebuttalId,
      int ordinal,
      String hash,
      Channel channel,
      String state,
      Instant dueAt,
      String departmentEn) {}

  @Inject private Sql sql;
  @Inject private OutgoingVersions versions;
  @Inject private Desk desk;

  /** What goes out with the release. */
  @Allows(right = READ, reads = true)
  @Requirement("R3.14")
  public Shown shown(UUID releaseId) {
    var found = found(releaseId);
    var version = versions.of(found.rebuttalId(), found.ordinal());
    var text = ChannelText.of(version.content(), ReadingRate.current());
    var pictures = Packing.pictures(found.channel());
    var font = ChineseFont.find().isPresent();
    var packed = !found.channel().automatic() && isLive(found, version);
    return new Shown(
        version.content().fact(),
        version.content().verdict().name(),
        version.content().explanation(),
        text.shortText(),
        text.script(),
        text.readingTime(),
        text.poster(),
        font && packed ? pictures : List.of(),
        packed,
        !font && !pictures.isEmpty());
  }

  /**
   * The package of the release, or one part of it.
   *
   * @param part name of a file in it; empty for all of it
   */
  @Allows(right = PUBLISH, reads = true)
  @Requirement("R3.14")
  public Taken open(UUID releaseId, String part) {
    var found = found(releaseId);
    if (found.channel().automatic()) {
      throw new NotFound();
    }
    var version = versions.of(found.rebuttalId(), found.ordinal());
    if (!isLive(found, version)) {
      throw new Refusal("release.no-package");
    }
    var published = version.publishedAt();
    var at = published == null ? found.dueAt() : published;
    var parcel =
        new Packing(
                new Packing.Goods(
                    version.content(),
                    version.number(),
                    version.departmentName(),
                    found.departmentEn(),
                    version.note(),
                    LocalDate.ofInstant(at, Clocks.ZONE).toString(),
                    Settings.current().url().resolve("/rumours/" + version.number()).toString()),
                ChineseFont.find(),
                ReadingRate.current())
            .of(found.channel());
    if (part.isEmpty()) {
      var name = version.number() + "-" + found.channel().name().toLowerCase(java.util.Locale.ROOT);
      return new Taken(name + ".zip", "application/zip", parcel.zipped(at));
    }
    var file = parcel.files().get(part);
    if (file == null || !part.endsWith(".png")) {
      throw new NotFound();
    }
    return new Taken(part, "image/png", Objects.requireNonNull(file));
  }

  /** True if the text is still what was approved, and not meanwhile withdrawn or replaced. */
  private static boolean isLive(Found found, OutgoingVersions.Outgoing version) {
    return version.hash().equals(found.hash())
        && List.of("QUEUED", "SENT", "CONFIRMED", "FAILED").contains(found.state())
        && version.withdrawalNotice() == null;
  }

  private Found found(UUID releaseId) {
    return sql.one(
        """
        select r.rebuttal_id, r.ordinal, r.hash, r.channel, r.state, r.due_at, d.name_en
        from release r join area a on a.code = r.area_code
        join rebuttal b on b.id = r.rebuttal_id
        join department d on d.id = b.department_id
        where r.id = ? and a.path like any (?)
        """,
        row ->
            new Found(
                row.id(1),
                row.integer(2),
                row.text(3),
                Channel.valueOf(row.text(4)),
                row.text(5),
                row.instant(6),
                row.text(7)),
        releaseId,
        desk.scope().patterns());
  }
}
