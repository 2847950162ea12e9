package firstline.console.bulletin;

import firstline.persistence.requirement.Requirement;
import firstline.persistence.sheet.Sheet;
import firstline.persistence.sheet.Sheet.Line;
import firstline.persistence.sheet.Sheet.Role;
import firstline.persistence.time.Clocks;
import java.time.LocalDate;
import java.util.ArrayList;

/** A bulletin as an official paper: its title and number, its text, who issued it and when. */
final class BulletinPaper {
  private BulletinPaper() {}

  /** The paper; a draft has neither number nor day. */
  @Requirement("R100.6")
  static Sheet of(BulletinQueries.View view) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(Role.TITLE, "", view.line().heading()));
    if (!view.line().number().isEmpty()) {
      lines.add(new Line(Role.RIGHT, "", view.line().number()));
    }
    view.plain(view.text().body())
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add(new Line(Role.TEXT, "", line)));
    lines.add(new Line(Role.RIGHT, "", view.department()));
    var issued = view.issuedAt();
    if (issued != null) {
      lines.add(new Line(Role.RIGHT, "", LocalDate.ofInstant(issued, Clocks.ZONE).toString()));
    }
    return new Sheet(lines);
  }
}
