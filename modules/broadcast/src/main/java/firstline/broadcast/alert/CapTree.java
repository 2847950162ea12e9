package firstline.broadcast.alert;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree of what passed the schema. A signature is noted and passed over. */
final class CapTree extends DefaultHandler {
  private final Deque<CapElement> open = new ArrayDeque<>();
  private @Nullable Locator locator;
  private @Nullable CapElement root;
  private int foreign;
  private int signedAt;

  /** The element {@code alert}. */
  CapElement alert() {
    if (root == null) {
      throw new IllegalStateException("nothing was read");
    }
    return root;
  }

  /** Line of the first signature, or 0 if there is none. */
  int signedAt() {
    return signedAt;
  }

  @Override
  public void setDocumentLocator(Locator given) {
    this.locator = given;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (foreign > 0 || !uri.equals(CapParser.NAMESPACE)) {
      foreign++;
      signedAt = signedAt == 0 ? line() : signedAt;
      return;
    }
    var element = new CapElement(name, line());
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().add(element);
    }
    open.push(element);
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (foreign > 0) {
      foreign--;
    } else {
      open.pop();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (foreign == 0) {
      open.element().add(characters, start, length);
    }
  }

  private int line() {
    return locator == null ? 0 : locator.getLineNumber();
  }
}
