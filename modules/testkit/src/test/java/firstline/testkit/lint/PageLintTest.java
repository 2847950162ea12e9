package firstline.testkit.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageLintTest {
  private static final Path FILE = Path.of("page.xhtml");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "well-formed        | <p>",
        "literal include    | <ui:include src=\"#{param.page}\"/>",
        "literal include    | <ui:decorate template=\"/a/${x}.xhtml\"/>",
        "literal include    | <ui:composition template=\"#{x.template}\"/>",
        "escape             | <h:outputText escape=\"false\" value=\"#{x.html}\"/>",
        "escape             | <h:outputText escape=\"#{x.no}\" value=\"#{x.html}\"/>",
        "inline script      | <script>alert(1)</script>",
        "inline script      | <script type=\"module\">#{x.script}</script>",
        "inline style       | <p style=\"color: red\"/>",
        "inline style       | <style>p {}</style>",
        "inline handler     | <p onclick=\"go()\"/>",
        "inline handler     | <p:commandButton oncomplete=\"go()\"/>",
        "javascript address | <a href=\" JavaScript:go()\"/>",
        "words              | <p>Hello</p>",
        "words              | <p>#{t['a']} 条</p>",
        "words              | <p title=\"Save\"/>",
        "words              | <p pt:placeholder=\"Name\"/>",
        "words              | <a aria-label=\"#{t['a']} more\"/>",
        "words              | <h:commandButton value=\"Save\"/>",
        "words              | <input type=\"submit\" value=\"Save\"/>",
        "words              | <f:selectItem itemLabel=\"Red\"/>",
        "words              | <p>#{x.open ? '开' : t['a']}</p>",
        "words              | <ui:param name=\"x\" value=\"标题\"/>",
        "label              | <input name=\"q\"/>",
        "label              | <h:inputText id=\"q\"/>",
        "label              | <select id=\"q\"/>",
        "label              | <p><label for=\"other\">#{t['a']}</label><textarea id=\"q\"/></p>",
        "reserved           | <ui:fragment rendered=\"#{x.empty}\"/>",
        "reserved           | <p>#{not x.y.not}</p>",
        "alt                | <img src=\"/a.png\"/>",
        "alt                | <h:graphicImage value=\"/a.png\"/>",
      })
  void turnsRed(String rule, String body) {
    assertEquals(List.of(rule), rules(body), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ui:include src=\"/WEB-INF/a.xhtml\"/>",
        "<h:outputText value=\"#{x.text}\" escape=\"true\"/>",
        "<script defer=\"defer\" src=\"#{assets.href('a.js')}\"></script>",
        "<script type=\"application/ld+json\">{\"a\": #{x.json}}</script>",
        "<p once=\"1\">#{t['a']} · 12 % (#{x.of('a}b')})</p>",
        "<p title=\"#{t.of('a', x.y)}\">Firstline 第一线 3 km</p>",
        "<input type=\"hidden\" name=\"q\" value=\"any thing\"/>",
        "<p><input id=\"q\"/><label for=\"form:q\">#{t['a']}</label></p>",
        "<label>#{t['a']} <input name=\"q\"/></label>",
        "<fl:field label=\"#{t['a']}\"><h:inputText id=\"q\"/></fl:field>",
        "<h:selectBooleanCheckbox aria-labelledby=\"x\"/>",
        "<p>#{empty x.emptyOnes ? t['a.or.b'] : x.notes}</p>",
        "<img src=\"/a.png\" alt=\"\"/>",
        "<!-- A comment may say anything 也行 -->",
      })
  void staysGreen(String body) {
    assertEquals(List.of(), rules(body), body);
  }

  @Test
  void aPageOfTwoHundredLinesIsTooLong() {
    assertEquals(List.of("length"), rules("\n".repeat(200)));
    assertEquals(List.of(), rules("\n".repeat(150)));
  }

  @Test
  void namesThePlace() {
    var finding = new PageLint().page(FILE, page("<p/>\n<p>Hello</p>")).findings().get(0);
    assertEquals("page.xhtml:3 words: \"Hello\" is not in the bundles", finding.toString());
  }

  @Test
  void readsWhichWordsAreAskedFor() {
    var asked =
        new PageLint()
            .page(
                FILE,
                page(
                    "<p title=\"#{t['a.b']}\">#{t.of('c.d', x['no'])} #{t['nav.'.concat(y)]}"
                        + " #{t[x eq 'no' ? 'e' : 'f']}</p>"))
            .asked();
    assertEquals(new TreeSet<>(List.of("a.b", "e", "f")), asked.keys());
    assertEquals(new TreeSet<>(List.of("c.d")), asked.formatted());
    assertEquals(new TreeSet<>(List.of("nav.")), asked.prefixes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "one language | b=x | a=x",
        "empty        | a=  | a=x",
        "placeholders | a=x {0} | a=x {1}",
        "placeholders | a=x {0} | a=y {0}",
        "apostrophe   | a=it''s | a=x",
        "apostrophe   | refusal.x=don't | refusal.x=x",
        "pattern      | refusal.x={0 | refusal.x={0",
        "missing key  | b=x | b=x",
      })
  void bundlesTurnRed(String rule, String english, String chinese) throws IOException {
    var found = words(english, chinese, "<p>#{t['a']}</p>");
    assertTrue(
        found.stream().anyMatch(finding -> finding.rule().equals(rule) && !finding.warning()),
        found.toString());
  }

  @Test
  void bundlesStayGreen() throws IOException {
    var both = "a=it's\nb=don''t {0}\nnav.x=x\n";
    var page = "<p>#{t['a']} #{t.of('b', 1)} #{t['nav.'.concat(x)]}</p>";
    assertEquals(List.of(), words(both, both, page));
  }

  @Test
  void aKeyTwiceInAModuleOrInTwoIsAnError() throws IOException {
    var lint = new WordLint().bundle(FILE, "a=x\na=y", true).bundle(FILE, "a=x", false);
    assertEquals(
        List.of("twice"),
        lint.check(new PageLint().page(FILE, page("<p>#{t['a']}</p>"))).stream()
            .map(Finding::rule)
            .toList());
  }

  @Test
  void codeAsksForWordsToo() throws IOException {
    var found =
        new WordLint()
            .source(
                FILE,
                "throw new Refusal(\"a.b\"); new Refusal(\"x.\" + y); words.get(\"c\"); screen.done(\"d\");")
            .check(new PageLint());
    assertEquals(
        List.of("c has", "d has", "refusal.a.b has"),
        found.stream().map(f -> f.text().replaceFirst(" no words.*", "")).toList().stream()
            .map(key -> key.split(" ")[0] + " has")
            .toList());
  }

  @Test
  void aKeyUsedNowhereIsAWarning() throws IOException {
    var found = words("z=x", "z=x", "<p/>");
    assertEquals(List.of("unused"), found.stream().map(Finding::rule).toList());
    assertTrue(found.get(0).warning());
  }

  @Test
  void sourcesAreShortAndNoTestIsSkipped() {
    assertEquals(
        List.of("length", "skipped"),
        SourceLint.source(FILE, "@Disabled\n".repeat(400)).stream().map(Finding::rule).toList());
    assertEquals(List.of(), SourceLint.source(FILE, "// @Disabled is not used here\n"));
  }

  private static List<Finding> words(String english, String chinese, String body)
      throws IOException {
    return new WordLint()
        .bundle(FILE, english, false)
        .bundle(FILE, chinese, true)
        .check(new PageLint().page(FILE, page(body)));
  }

  private static List<String> rules(String body) {
    return new PageLint()
        .page(FILE, page(body)).findings().stream()
            .map(Finding::rule)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList();
  }

  private static String page(String body) {
    return """
    <ui:composition xmlns="http://www.w3.org/1999/xhtml" xmlns:ui="u" xmlns:h="h" xmlns:f="f" \
    xmlns:fl="fl" xmlns:p="p" xmlns:pt="pt">
    """
        + body
        + "</ui:composition>";
  }
}
