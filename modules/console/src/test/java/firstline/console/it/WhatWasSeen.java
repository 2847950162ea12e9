package firstline.console.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Tells of a failed test what its pages showed when they were closed: a time-out alone says
 * nothing. Found by the service loader, for every test.
 */
public final class WhatWasSeen
    implements BeforeTestExecutionCallback, TestExecutionExceptionHandler {
  private static final int MOST = 1_500;
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  /** The same visitor, whose pages are remembered when they are closed. */
  static BrowserContext watched(BrowserContext context) {
    return (BrowserContext)
        Proxy.newProxyInstance(
            BrowserContext.class.getClassLoader(),
            new Class<?>[] {BrowserContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                context.pages().forEach(page -> SEEN.add(told(page)));
              }
              try {
                return method.invoke(context, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static String told(Page page) {
    try {
      var shown = new ArrayList<String>();
      shown.add(page.url());
      shown.addAll(page.locator("[role=alert], [role=status], .is-error").allTextContents());
      shown.addAll(page.locator("main").allInnerTexts());
      var text = String.join("\n", shown);
      return text.substring(0, Math.min(MOST, text.length()));
    } catch (PlaywrightException e) {
      return "a page that could not be read: " + e.getMessage();
    }
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    SEEN.clear();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (!SEEN.isEmpty()) {
      failure.addSuppressed(new AssertionError("the pages showed\n" + String.join("\n\n", SEEN)));
    }
    throw failure;
  }
}
