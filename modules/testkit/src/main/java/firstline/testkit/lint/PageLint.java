package firstline.testkit.lint;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads pages and says what the house does not allow in them. */
public final class PageLint {
  static final int LINES = 200;

  private final WordKeys asked = WordKeys.none();
  private final List<Finding> findings = new ArrayList<>();
  private int pages;

  /** Reads every page below the folder; a folder that is not there has none. */
  public PageLint below(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (var files = Files.walk(root)) {
        for (var file :
            files.filter(path -> path.toString().endsWith(".xhtml")).sorted().toList()) {
          page(file, Files.readString(file));
        }
      }
    }
    return this;
  }

  /** Reads one page. */
  public PageLint page(Path file, String text) {
    pages++;
    var lines = text.lines().count();
    if (lines >= LINES) {
      findings.add(Finding.error("length", file, 0, lines + " lines, the limit is " + LINES));
    }
    var handler = new PageHandler(file, asked, findings);
    try {
      var factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), handler);
      handler.labels();
    } catch (SAXParseException e) {
      findings.add(
          Finding.error("well-formed", file, e.getLineNumber(), String.valueOf(e.getMessage())));
    } catch (SAXException | ParserConfigurationException | IOException e) {
      throw new IllegalStateException(file.toString(), e);
    }
    return this;
  }

  /** What was found, in the order of the pages. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Number of pages read. */
  public int pages() {
    return pages;
  }

  WordKeys asked() {
    return asked;
  }
}
