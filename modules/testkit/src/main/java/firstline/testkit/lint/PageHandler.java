package firstline.testkit.lint;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The rules for one page, told element by element. */
final class PageHandler extends DefaultHandler {
  private static final Set<String> WORD_ATTRIBUTES =
      Set.of(
          "title",
          "alt",
          "placeholder",
          "label",
          "itemLabel",
          "aria-label",
          "aria-description",
          "aria-roledescription",
          "aria-placeholder",
          "summary",
          "header",
          "headerText",
          "footerText",
          "emptyMessage",
          "requiredMessage",
          "validatorMessage",
          "converterMessage");
  private static final Set<String> VALUE_IS_WORDS =
      Set.of(
          "commandButton", "commandLink", "button", "link", "outputText", "outputLabel", "submit");
  private static final Set<String> INPUTS =
      Set.of(
          "input",
          "select",
          "textarea",
          "inputText",
          "inputSecret",
          "inputTextarea",
          "inputFile",
          "inputNumber",
          "inputMask",
          "selectOneMenu",
          "selectOneListbox",
          "selectOneRadio",
          "selectManyMenu",
          "selectManyListbox",
          "selectManyCheckbox",
          "selectBooleanCheckbox",
          "selectCheckboxMenu",
          "autoComplete",
          "datePicker",
          "password",
          "spinner",
          "fileUpload",
          "toggleSwitch",
          "chips");
  private static final Set<String> WITHOUT_LABEL =
      Set.of("hidden", "submit", "button", "reset", "image");
  private static final Set<String> ALLOWED =
      Set.of(
          "firstline",
          "第一线",
          "ctrl",
          "k",
          "km",
          "kg",
          "g",
          "t",
          "kb",
          "mb",
          "gb",
          "px",
          "h",
          "s",
          "ms");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern HANDLER = Pattern.compile("on(?!ce$|ly$|line$)[a-z]{3,}");

  private record Input(String id, String element, int line) {}

  private final Path file;
  private final WordKeys asked;
  private final List<Finding> findings;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Input> unlabelled = new ArrayList<>();
  private final Set<String> labelled = new HashSet<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Locator place;
  private int textLine;
  private boolean structured;
  private boolean inShell;
  private boolean helped;

  PageHandler(Path file, WordKeys asked, List<Finding> findings) {
    this.file = file;
    this.asked = asked;
    this.findings = findings;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    place = locator;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    endText();
    var values = new HashMap<String, String>();
    for (var i = 0; i < attributes.getLength(); i++) {
      values.put(attributes.getLocalName(i), attributes.getValue(i));
    }
    values.forEach((name, value) -> attribute(local, values, name, value));
    element(local, values);
    open.push(qualified);
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    endText();
    open.pop();
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (text.length() == 0) {
      textLine = line();
    }
    text.append(characters, start, length);
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXParseException {
    throw e;
  }

  private void element(String local, Map<String, String> values) {
    if (local.equals("define") && "help".equals(values.get("name"))) {
      helped = true;
    }
    if (local.equals("composition")
        && "/WEB-INF/console/shell.xhtml".equals(values.get("template"))) {
      inShell = true;
    }
    if (local.equals("list") && values.containsKey("columns")) {
      for (var key : values.get("columns").strip().split("[,\\s]+")) {
        asked.read("t['" + key + "']");
      }
    }
    structured = "application/ld+json".equals(values.get("type"));
    if (local.equals("style")) {
      add("inline style", "<style>");
    }
    if ((local.equals("img") || local.equals("graphicImage")) && !values.containsKey("alt")) {
      add("alt", "<" + local + "> without alt");
    }
    if (local.equals("label") || local.equals("outputLabel")) {
      var target = values.get("for");
      if (target != null) {
        labelled.add(target.substring(target.lastIndexOf(':') + 1));
      }
    }
    if (INPUTS.contains(local)
        && !WITHOUT_LABEL.contains(values.getOrDefault("type", "text"))
        && !values.containsKey("aria-label")
        && !values.containsKey("aria-labelledby")
        && !inLabel(local, values)) {
      unlabelled.add(new Input(values.getOrDefault("id", ""), local, line()));
    }
  }

  private boolean inLabel(String local, Map<String, String> values) {
    var choice =
        Set.of("radio", "checkbox").contains(values.getOrDefault("type", ""))
            || local.equals("selectOneRadio")
            || local.equals("selectManyCheckbox");
    return open.contains("label")
        || open.contains("h:outputLabel")
        || open.contains("fl:field")
        || (choice && !local.equals("input") && open.contains("fieldset"));
  }

  private void attribute(String local, Map<String, String> values, String name, String value) {
    var expressions = read(value);
    if (expressions.any()
        && ((name.equals("src") && local.equals("include"))
            || (name.equals("template") && Set.of("decorate", "composition").contains(local)))) {
      add("literal include", local + " " + name + "=\"" + value + "\" loads what it is told");
    }
    if (name.equals("escape") && !value.equals("true")) {
      add("escape", "escape=\"" + value + "\"");
    }
    if (name.equals("style")) {
      add("inline style", "style=\"" + value + "\"");
    }
    if (HANDLER.matcher(name).matches()) {
      add("inline handler", name + "=\"" + value + "\"");
    }
    if (value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
      add("javascript address", name + "=\"" + value + "\"");
    }
    var words =
        WORD_ATTRIBUTES.contains(name)
            || (name.equals("value") && VALUE_IS_WORDS.contains(local))
            || (name.equals("value")
                && local.equals("input")
                && Set.of("submit", "button", "reset").contains(values.getOrDefault("type", "")))
            || (name.equals("content") && "description".equals(values.get("name")));
    if ((words && hasWords(expressions.outside()))
        || CHINESE.matcher(expressions.outside()).find()
        || hasChinese(expressions)) {
      add("words", name + "=\"" + value + "\" is not in the bundles");
    }
  }

  private void endText() {
    var content = text.toString();
    text.setLength(0);
    if (content.isBlank()) {
      return;
    }
    var expressions = read(content);
    var parent = open.isEmpty() ? "" : open.peek();
    if (parent.equals("script")) {
      if (!structured) {
        add("inline script", "a script with content");
      }
      return;
    }
    if (parent.equals("style")) {
      return;
    }
    if (hasWords(expressions.outside()) || hasChinese(expressions)) {
      findings.add(
          Finding.error(
              "words", file, textLine, "\"" + content.strip() + "\" is not in the bundles"));
    }
  }

  private Expressions read(String written) {
    var expressions = Expressions.of(written);
    expressions.inside().forEach(asked::read);
    expressions.reserved().forEach(word -> add("reserved", word + " cannot be a property"));
    return expressions;
  }

  private static boolean hasChinese(Expressions expressions) {
    return expressions.literals().stream().anyMatch(literal -> CHINESE.matcher(literal).find());
  }

  private static boolean hasWords(String outside) {
    return WORD.matcher(outside)
        .results()
        .anyMatch(word -> !ALLOWED.contains(word.group().toLowerCase(Locale.ROOT)));
  }

  /** At the end of the page: labels may stand after their inputs. */
  void labels() {
    if (inShell && !helped) {
      findings.add(
          Finding.error(
              "help", file, 0, "a page of the console without <ui:define name=\"help\">"));
    }
    for (var input : unlabelled) {
      if (input.id().isEmpty() || !labelled.contains(input.id())) {
        findings.add(
            Finding.error(
                "label",
                file,
                input.line(),
                "<" + input.element() + " id=\"" + input.id() + "\"> without a label"));
      }
    }
  }

  private void add(String rule, String found) {
    findings.add(Finding.error(rule, file, line(), found));
  }

  private int line() {
    return place == null ? 0 : place.getLineNumber();
  }
}
