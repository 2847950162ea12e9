package firstline.publicity.making;

import static firstline.publicity.PublicityRights.DRAFT;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Allows;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a draft of material from a line that the rumour department has handed over. */
@ApplicationScoped
public class MakeMaterial {
  /** What is made of which rebuttal, in which language. */
  public record Command(@NotBlank String number, @NotBlank String language, @NotNull Form form) {}

  @Inject private CitedRebuttals citedRebuttals;
  @Inject private DraftMaterial draftMaterial;
  @Inject private TakeFile takeFile;
  @Inject private WaitingLines lines;

  /** The id of the draft's version: the next one of what an older text of the rebuttal became. */
  @Allows(right = DRAFT)
  @Requirement({"R71.4", "R71.7", "R70.5"})
  public UUID make(@Valid Command command) {
    var line = lines.at(command.number(), command.language());
    var form = command.form();
    var source = new Source(Source.Kind.REBUTTAL, line.number(), line.hash());
    citedRebuttals.requireStanding(source);
    var variant = new Variant(line.language(), "", "", form.size());
    var content = content(form, line, source);
    return lines
        .before(line, form)
        .map(
            before ->
                draftMaterial.next(
                    new DraftMaterial.Next(before.material(), before.version(), variant, content)))
        .orElseGet(
            () ->
                draftMaterial.draft(
                    new DraftMaterial.Command(
                        line.area(), form.kind(), Material.Filing.NONE, variant, content)));
  }

  private Content content(Form form, WaitingLines.Line line, Source source) {
    var said = Template.said(form, line);
    if (form == Form.SMS) {
      var message = Template.message(line);
      return new Content(
          said.title(),
          Template.words(line, "making.parts", message.parts()),
          "",
          message.text(),
          null,
          source,
          "",
          null,
          null);
    }
    return new Content(
        said.title(),
        "",
        Template.words(line, "making.alt", line.line(), said.address()),
        line.line(),
        file(form, line, said),
        source,
        "",
        null,
        null);
  }

  private Content.@Nullable Attachment file(Form form, WaitingLines.Line line, Layout.Said said) {
    var name = line.number() + "-" + form.name() + (form == Form.COVER ? ".png" : ".pdf");
    return takeFile.take(
        new TakeFile.Command(
            new ByteArrayInputStream(Template.file(form, said)), name, line.area()));
  }
}
