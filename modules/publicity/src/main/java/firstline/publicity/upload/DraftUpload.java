package firstline.publicity.upload;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Ids;
import firstline.persistence.database.Sql;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.publicity.likeness.Likenesses;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Material;
import firstline.publicity.material.MaterialQueries;
import firstline.publicity.material.Source;
import firstline.publicity.material.TakeFile;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes material of a file that waits, or decides what it is to one that looks like it. */
@ApplicationScoped
public class DraftUpload {
  /** A new material. */
  public record Command(
      @NotNull UUID upload,
      @NotNull String title,
      @NotNull Kind kind,
      @Nullable UUID topic,
      @NotNull String language) {}

  /** What two that look alike are to each other. */
  public enum Decision {
    /** The one that is there is used; this one is not needed. */
    SAME,
    /** This one is the next version of the one that is there. */
    VERSION,
    /** Another picture. */
    DIFFERENT
  }

  public record Decide(@NotNull UUID upload, @NotNull UUID version, @NotNull Decision decision) {}

  /** Not wanted after all. */
  public record Drop(@NotNull UUID upload) {}

  @Inject private DraftMaterial draftMaterial;
  @Inject private MaterialQueries materials;
  @Inject private UploadQueries uploads;
  @Inject private Likenesses likenesses;
  @Inject private TakeFile takeFile;
  @Inject private Sql sql;
  @Inject private Desk desk;
  @Inject private Clock clock;

  /**
   * The id of the version.
   *
   * @throws Refusal {@code upload.ask} while it is not decided what it is to its likes
   */
  @Allows(right = DRAFT)
  @Requirement("R67.7")
  public UUID draft(@Valid Command command) {
    var line = uploads.one(command.upload());
    if (line.state().equals("ASKED")) {
      throw new Refusal("upload.ask", line.name());
    }
    require(line, "TAKEN");
    var version =
        draftMaterial.draft(
            new DraftMaterial.Command(
                line.area(),
                command.kind(),
                new Material.Filing(command.topic(), null),
                new Variant(command.language(), "", "", ""),
                new Content(command.title(), "", "", "", file(line), Source.FREE, "", null, null)));
    end(line, "DRAFTED", version);
    return version;
  }

  /**
   * The version that is to be looked at: that which is used, or the new one; null if it is another
   * picture.
   */
  @Allows(right = DRAFT)
  @Requirement({"R68.3", "R68.4"})
  public @Nullable UUID decide(@Valid Decide command) {
    var line = uploads.one(command.upload());
    require(line, "ASKED");
    var likes = likenesses.of(line.sha256());
    var like =
        likes.stream()
            .filter(one -> one.version().equals(command.version()))
            .findFirst()
            .orElseThrow(() -> new Refusal("upload.state"));
    sql.update(
        """
        insert into likeness_decision (id, upload_id, version_id, distance, decision, officer_id,
          officer_name, at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (upload_id, version_id) do nothing
        """,
        Ids.next(),
        line.id(),
        like.version(),
        like.distance(),
        command.decision().name(),
        desk.officer().id(),
        desk.officer().name(),
        clock.instant());
    return switch (command.decision()) {
      case SAME -> {
        end(line, "USED", like.version());
        yield like.version();
      }
      case VERSION -> {
        var next = next(line, like);
        end(line, "DRAFTED", next);
        yield next;
      }
      case DIFFERENT -> {
        var decided = uploads.decided(line.id());
        if (likes.stream().allMatch(one -> decided.contains(one.version()))) {
          state(line, "TAKEN");
        }
        yield null;
      }
    };
  }

  /** Behind the one that is there; in its place, as long as that is a draft itself. */
  private UUID next(UploadQueries.Line line, Likenesses.Like like) {
    var view = materials.one(like.material());
    var old =
        view.versions().stream()
            .filter(one -> one.id().equals(like.version()))
            .findFirst()
            .orElseThrow(() -> new Refusal("upload.state"));
    var before = old.content();
    var content =
        new Content(
            before.title(),
            before.summary(),
            before.altText(),
            before.text(),
            file(line),
            before.source(),
            before.rights(),
            before.from(),
            before.until());
    if (old.state().equals("DRAFT")) {
      draftMaterial.edit(new DraftMaterial.Edit(old.id(), old.version(), null, content));
      return old.id();
    }
    return draftMaterial.next(
        new DraftMaterial.Next(view.id(), view.version(), old.variant(), content));
  }

  @Allows(right = DRAFT)
  public void drop(@Valid Drop command) {
    var line = uploads.one(command.upload());
    require(line, "TAKEN", "ASKED", "REFUSED");
    if (line.state().equals("REFUSED")) {
      sql.update("delete from upload where id = ? and state = 'REFUSED'", line.id());
    } else {
      state(line, "DROPPED");
    }
  }

  private Content.Attachment file(UploadQueries.Line line) {
    if (line.file() == null) {
      throw new Refusal("upload.state");
    }
    return takeFile.taken(line.file());
  }

  private static void require(UploadQueries.Line line, String... states) {
    for (var state : states) {
      if (line.state().equals(state)) {
        return;
      }
    }
    throw new Refusal("upload.state");
  }

  private void end(UploadQueries.Line line, String state, UUID version) {
    state(line, state);
    sql.update("update upload set version_id = ? where id = ?", version, line.id());
  }

  /** Two windows at once: one of them wins. */
  private void state(UploadQueries.Line line, String state) {
    var changed =
        sql.update(
            "update upload set state = ? where id = ? and officer_id = ? and state = ?",
            state,
            line.id(),
            desk.officer().id(),
            line.state());
    if (changed == 0) {
      throw new Refusal("upload.state");
    }
  }
}
