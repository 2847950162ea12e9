package firstline.console.it;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One real Chromium for each thread of the run; a context of its own for every person. */
final class Browser {
  /** Well below the fifteen minutes after which the server ends a session that rests. */
  private static final Duration RESTING = Duration.ofMinutes(8);

  private record Started(Playwright playwright, com.microsoft.playwright.Browser chromium) {}

  private record Session(String state, long usedAt) {}

  private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();
  private static final ThreadLocal<Started> STARTED =
      ThreadLocal.withInitial(
          () -> {
            var playwright = Playwright.create();
            return new Started(playwright, launch(playwright));
          });

  private Browser() {}

  /** A fresh visitor: no cookies, this language and theme, this width. */
  static BrowserContext visitor(String base, String language, ColorScheme scheme, int width) {
    var context = STARTED.get().chromium().newContext(options(base, language, scheme, width));
    context.setDefaultTimeout(15_000);
    return WhatWasSeen.watched(context);
  }

  private static NewContextOptions options(
      String base, String language, ColorScheme scheme, int width) {
    return new NewContextOptions()
        .setBaseURL(base)
        .setLocale(language.equals("en") ? "en-US" : "zh-CN")
        .setColorScheme(scheme)
        .setTimezoneId("Asia/Shanghai")
        .setViewportSize(width, 900);
  }

  static BrowserContext visitor(String base) {
    return visitor(base, "zh", ColorScheme.LIGHT, 1440);
  }

  /**
   * A visitor who carries the officer's session, which several tests share: a code of the second
   * factor is good for one sign-in. After a long rest the officer signs in anew.
   */
  static BrowserContext officer(
      String base, String username, String language, ColorScheme scheme, int width) {
    var session =
        SESSIONS.compute(
            username,
            (name, before) -> {
              var now = System.nanoTime();
              if (before != null && now - before.usedAt() < RESTING.toNanos()) {
                return new Session(before.state(), now);
              }
              try (var visitor = visitor(base)) {
                signIn(visitor, Credentials.read().named(name));
                return new Session(visitor.storageState(), now);
              }
            });
    var context =
        STARTED
            .get()
            .chromium()
            .newContext(options(base, language, scheme, width).setStorageState(session.state()));
    context.setDefaultTimeout(15_000);
    return WhatWasSeen.watched(context);
  }

  /** Ends this thread's Chromium. */
  static void leave() {
    STARTED.get().playwright().close();
    STARTED.remove();
  }

  /** Signs in by the form and waits for home. */
  static Page signIn(BrowserContext context, Credentials.Account account) {
    var page = context.newPage();
    page.navigate("/sign-in");
    page.fill("#username", account.username());
    page.fill("#password", account.password());
    page.click("form button[type=submit]");
    page.waitForURL(url -> url.contains("/console/home") || url.contains("/sign-in-code"));
    if (page.url().contains("/sign-in-code")) {
      page.fill("#code", account.code());
      page.click("form button[type=submit]");
      page.waitForURL(url -> url.contains("/console/home"));
    }
    return page;
  }

  /** Chooses the first department that the words find, by keyboard. */
  static void pickDepartment(Page page, String words) {
    page.locator("[data-pick=departments] [role=combobox]").fill(words);
    page.waitForSelector("[data-pick=departments] [aria-selected=true]");
    page.locator("[data-pick=departments] [role=combobox]").press("Enter");
  }

  private static com.microsoft.playwright.Browser launch(Playwright playwright) {
    var executable =
        Stream.of(
                Objects.requireNonNullElse(System.getenv("FIRSTLINE_CHROMIUM"), ""),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
            .findFirst();
    var options =
        new BrowserType.LaunchOptions()
            .setHeadless(true)
            .setArgs(List.of("--no-sandbox", "--disable-background-networking"));
    executable.ifPresent(path -> options.setExecutablePath(Path.of(path)));
    return playwright.chromium().launch(options);
  }
}
