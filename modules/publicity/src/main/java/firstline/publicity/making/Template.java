package firstline.publicity.making;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.PaperFont;
import firstline.persistence.words.Bundles;
import java.util.List;

/** Puts a line into the house's forms. */
final class Template {
  /** Pixels of a preview's longer side. */
  private static final double PREVIEW = 900;

  /** Characters of a line that a title takes. */
  private static final int BRIEF = 80;

  private Template() {}

  /** What a form says of a line, in the line's language. */
  static Layout.Said said(Form form, WaitingLines.Line line) {
    return new Layout.Said(
        words(line, "making.brand"),
        line.line(),
        line.number(),
        words(line, "making.foot"),
        address(line.number()),
        words(line, "making.titled", brief(line.line()), words(line, "making.form." + form.name())),
        line.language());
  }

  private static String brief(String line) {
    return line.codePointCount(0, line.length()) <= BRIEF
        ? line
        : line.substring(0, line.offsetByCodePoints(0, BRIEF)) + "…";
  }

  /** The rebuttal's public page. */
  static String address(String number) {
    return Settings.current().url().resolve("/rumours/" + number).toString();
  }

  static ShortMessage message(WaitingLines.Line line) {
    return ShortMessage.of(words(line, "making.brand"), line.line(), address(line.number()));
  }

  /** The file: a PDF for what is printed, a PNG for a cover. */
  static byte[] file(Form form, Layout.Said said) {
    var font = PaperFont.of(said.words());
    var pieces = pieces(form, font, said);
    return form == Form.COVER
        ? Paper.png(pieces, form.width(), form.height(), 1)
        : Paper.pdf(pieces, font, said, form.width(), form.height());
  }

  /** The sheet as it will look, cut, as a PNG. */
  @Requirement("R71.6")
  static byte[] preview(Form form, Layout.Said said) {
    return Paper.png(
        pieces(form, PaperFont.of(said.words()), said),
        form.width(),
        form.height(),
        PREVIEW / Math.max(form.width(), form.height()));
  }

  private static List<Layout.Piece> pieces(Form form, PaperFont font, Layout.Said said) {
    return switch (form) {
      case COVER -> Layout.cover(font, said, form.width(), form.height());
      case BANNER -> Layout.banner(font, said, form.width(), form.height(), Paper.BLEED);
      case POSTER_A3, POSTER_A4 ->
          Layout.poster(font, said, form.width(), form.height(), Paper.BLEED);
      case SMS -> throw new IllegalArgumentException("a short message has no file");
    };
  }

  static String words(WaitingLines.Line line, String key, Object... arguments) {
    return Bundles.words(line.language(), key, List.of(arguments));
  }
}
