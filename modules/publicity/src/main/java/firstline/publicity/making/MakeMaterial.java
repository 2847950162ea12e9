package firstline.publicity.making;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.database.Sql;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.ChineseFont;
import firstline.persistence.words.Bundles;
import firstline.publicity.material.CitedRebuttals;
import firstline.publicity.material.Content;
import firstline.publicity.material.DraftMaterial;
import firstline.publicity.material.Material;
import firstline.publicity.material.Source;
import firstline.publicity.material.TakeFile;
import firstline.publicity.material.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a draft of material from a line that the rumour department has handed over. */
@ApplicationScoped
public class MakeMaterial {
  /** What is made of which rebuttal, in which language. */
  public record Command(@NotBlank String number, @NotBlank String language, @NotNull Form form) {}

  /** A line that waits. */
  record Line(String number, String language, String area, String hash, String line) {}

  @Inject private CitedRebuttals citedRebuttals;
  @Inject private DraftMaterial draftMaterial;
  @Inject private TakeFile takeFile;
  @Inject private Sql sql;
  @Inject private Desk desk;

  /** The id of the draft's version. */
  @Allows(right = DRAFT)
  @Requirement({"R71.4", "R70.5"})
  public UUID make(@Valid Command command) {
    var line = line(command);
    var source = new Source(Source.Kind.REBUTTAL, line.number(), line.hash());
    citedRebuttals.requireStanding(source);
    return draftMaterial.draft(
        new DraftMaterial.Command(
            line.area(),
            command.form().kind(),
            Material.Filing.NONE,
            new Variant(line.language(), "", "", command.form().size()),
            content(command.form(), line, source)));
  }

  private Line line(Command command) {
    return sql.one(
        """
        select l.number, l.language, l.area_code, l.hash, l.line
        from rebuttal_line l join area a on a.code = l.area_code
        where l.number = ? and l.language = ? and a.path like any (?)
        """,
        row -> new Line(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)),
        command.number(),
        command.language(),
        desk.scope().patterns());
  }

  private Content content(Form form, Line line, Source source) {
    var address = Settings.current().url().resolve("/rumours/" + line.number()).toString();
    var title =
        said(line, "making.titled", said(line, "making.form." + form.name()), line.number());
    if (form == Form.SMS) {
      var message = ShortMessage.of(said(line, "making.brand"), line.line(), address);
      return new Content(
          title,
          said(line, "making.parts", message.parts()),
          "",
          message.text(),
          null,
          source,
          "",
          null,
          null);
    }
    return new Content(
        title,
        "",
        said(line, "making.alt", line.line(), address),
        line.line(),
        file(form, line, address),
        source,
        "",
        null,
        null);
  }

  private Content.@Nullable Attachment file(Form form, Line line, String address) {
    var name = line.number() + "-" + form.name() + (form == Form.COVER ? ".png" : ".pdf");
    return takeFile.take(
        new TakeFile.Command(
            new ByteArrayInputStream(
                drawn(
                    form,
                    new Layout.Said(
                        said(line, "making.brand"),
                        line.line(),
                        line.number(),
                        said(line, "making.foot"),
                        address))),
            name,
            line.area()));
  }

  /** The file: a PDF for what is printed, a PNG for a cover. */
  static byte[] drawn(Form form, Layout.Said said) {
    var font = ChineseFont.require(ChineseFont.find());
    return switch (form) {
      case COVER ->
          Paper.png(
              Layout.cover(font, said, form.width(), form.height()), form.width(), form.height());
      case BANNER ->
          Paper.pdf(
              Layout.banner(font, said, form.width(), form.height(), Paper.BLEED),
              form.width(),
              form.height());
      case POSTER_A3, POSTER_A4 ->
          Paper.pdf(
              Layout.poster(font, said, form.width(), form.height(), Paper.BLEED),
              form.width(),
              form.height());
      case SMS -> throw new IllegalArgumentException("a short message has no file");
    };
  }

  private static String said(Line line, String key, Object... arguments) {
    return Bundles.words(line.language(), key, List.of(arguments));
  }
}
