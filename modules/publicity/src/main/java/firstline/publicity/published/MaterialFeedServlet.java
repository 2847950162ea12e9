package firstline.publicity.published;

import firstline.persistence.publication.AtomWriter;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.setting.Settings;
import firstline.persistence.text.PlainText;
import firstline.persistence.words.Bundles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What became public, was recalled or expired, as Atom: {@code /feeds/materials.atom}. */
@WebServlet("/feeds/materials.atom")
public class MaterialFeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int ENTRIES = 100;

  @Inject private transient PublicMaterials materials;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/atom+xml;charset=UTF-8");
    response.getOutputStream().write(feed(materials.changes(ENTRIES), Settings.current().url()));
  }

  @Requirement("R65.5")
  static byte[] feed(List<PublicMaterials.Change> changes, URI site) {
    return AtomWriter.feed(
        new AtomWriter.Head(
            "/feeds/materials.atom",
            site,
            Bundles.words("zh", "published.feed"),
            changes.isEmpty() ? Instant.EPOCH : changes.get(0).at(),
            "/materials"),
        changes,
        MaterialFeedServlet::entry);
  }

  private static void entry(AtomWriter atom, PublicMaterials.Change change)
      throws XMLStreamException {
    var gone = !change.state().equals("PUBLISHED");
    var state = Bundles.words("zh", "publicity.state." + change.state());
    atom.begin(
        change.id().toString(),
        PlainText.line(gone ? "【" + state + "】" + change.title() : change.title()),
        change.publishedAt(),
        change.at(),
        PlainText.line(change.departmentName()));
    atom.xml().writeEmptyElement("category");
    atom.xml().writeAttribute("term", gone ? change.state() : change.kind());
    atom.link("alternate", "/materials/" + change.number(), "text/html");
    atom.element("summary", PlainText.lines(change.text()));
  }
}
