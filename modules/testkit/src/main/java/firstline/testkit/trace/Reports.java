package firstline.testkit.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What ran, from the XML reports of Surefire and Failsafe. */
final class Reports {
  /** One test case; a parametrised method has many. */
  record Case(String type, String name, boolean passed) {
    /** True for {@code method}, {@code method(int)[1]}, {@code method{int}[1]} and the like. */
    boolean of(String method) {
      return name.startsWith(method)
          && (name.length() == method.length()
              || !Character.isJavaIdentifierPart(name.charAt(method.length())));
    }
  }

  private Reports() {}

  static List<Case> read(List<Path> folders) throws IOException {
    var cases = new ArrayList<Case>();
    for (var folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (var files = Files.list(folder)) {
        for (var file : files.filter(Reports::report).sorted().toList()) {
          cases.addAll(cases(file));
        }
      }
    }
    return cases;
  }

  private static boolean report(Path file) {
    return file.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private static List<Case> cases(Path file) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var nodes =
          factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
      var cases = new ArrayList<Case>();
      for (var i = 0; i < nodes.getLength(); i++) {
        var element = (Element) nodes.item(i);
        var passed =
            List.of("failure", "error", "skipped").stream()
                .allMatch(name -> element.getElementsByTagName(name).getLength() == 0);
        cases.add(
            new Case(element.getAttribute("classname"), element.getAttribute("name"), passed));
      }
      return cases;
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("not a report: " + file, e);
    }
  }
}
