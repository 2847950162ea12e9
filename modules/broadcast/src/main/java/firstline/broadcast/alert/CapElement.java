package firstline.broadcast.alert;

import java.util.ArrayList;
import java.util.List;

/** An element of CAP as it was read: its name, its line, its text or what is in it. */
final class CapElement {
  private final String name;
  private final int line;
  private final StringBuilder text = new StringBuilder();
  private final List<CapElement> children = new ArrayList<>();

  CapElement(String name, int line) {
    this.name = name;
    this.line = line;
  }

  void add(CapElement child) {
    children.add(child);
  }

  void add(char[] characters, int start, int length) {
    text.append(characters, start, length);
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  /** Without space around it. */
  String text() {
    return text.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  List<CapElement> all(String child) {
    return children.stream().filter(one -> one.name.equals(child)).toList();
  }

  List<String> texts(String child) {
    return all(child).stream().map(CapElement::text).toList();
  }

  /** The text of the child, or empty. */
  String text(String child) {
    return children.stream()
        .filter(one -> one.name.equals(child))
        .findFirst()
        .map(CapElement::text)
        .orElse("");
  }

  /** The child, which the schema demands. */
  CapElement the(String child) {
    return children.stream().filter(one -> one.name.equals(child)).findFirst().orElseThrow();
  }
}
