package firstline.testkit.locale;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** One invocation for each locale. */
final class LocaleContexts implements TestTemplateInvocationContextProvider {
  static final List<Locale> LOCALES =
      List.of(Locale.SIMPLIFIED_CHINESE, Locale.US, new Locale("tr", "TR"));

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return LOCALES.stream().map(Under::new);
  }

  private record Under(Locale locale) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return locale.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Switch(locale));
    }
  }

  private static final class Switch implements BeforeEachCallback, AfterEachCallback {
    private final Locale wanted;
    private final Locale before = Locale.getDefault();

    Switch(Locale wanted) {
      this.wanted = wanted;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
      Locale.setDefault(wanted);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      Locale.setDefault(before);
    }
  }
}
