package firstline.console.shell;

import firstline.console.kept.ListViews;
import firstline.console.screen.Incidents;
import firstline.console.signin.Door;
import firstline.console.signin.PasswordPolicy;
import firstline.console.trouble.Where;
import firstline.persistence.banner.Banner;
import firstline.persistence.banner.BannerContribution;
import firstline.persistence.chosen.ChosenSettings;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.requirement.Requirement;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every console page shows around its content. */
@Named("shell")
@RequestScoped
@Requirement({"R121.1", "R121.2", "R121.3", "R121.4", "R121.5"})
public class ShellPage {
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private HttpServletRequest request;
  @Inject private Clock clock;
  @Inject @Any private Instance<NavigationContribution> contributions;
  @Inject private Waiting waiting;
  @Inject @Any private Instance<BannerContribution> banners;
  @Inject private ListViews listViews;
  @Inject private PasswordPolicy passwords;
  @Inject private ChosenSettings settings;

  private @Nullable List<NavigationEntry> entries;
  private @Nullable List<Banner> shown;

  /** The rail's lines that this officer may use, in order; lists with the view chosen for them. */
  public List<NavigationEntry> getEntries() {
    if (entries == null) {
      var first = listViews.first();
      entries =
          contributions.stream()
              .flatMap(contribution -> contribution.entries().stream())
              .filter(entry -> desk.may(entry.right()))
              .sorted(Comparator.comparingInt(NavigationEntry::order))
              .map(entry -> entry.at(first.getOrDefault(entry.href(), entry.href())))
              .toList();
    }
    return entries;
  }

  /** What goes on in the officer's areas, the gravest first. */
  public List<Banner> getBanners() {
    if (shown == null) {
      shown =
          banners.stream()
              .flatMap(contribution -> contribution.banners().stream())
              .sorted(Comparator.comparingInt(Banner::level))
              .toList();
    }
    return shown;
  }

  /** True if the line leads to the page that is shown, or to the list that its record stands in. */
  public boolean current(NavigationEntry entry) {
    var uri = request.getRequestURI().replace(".xhtml", "");
    var list = entry.href().replaceFirst("\\?.*", "");
    return uri.equals(list)
        || list.equals(uri + "s")
        || (!list.equals("/console/home") && uri.startsWith(list + "/"));
  }

  public OfficerOnDuty getOfficer() {
    return desk.officer();
  }

  public boolean isSignedIn() {
    return desk.signedIn().isPresent();
  }

  /** True while an administrator looks through another officer's eyes. */
  public boolean isLooking() {
    return desk.signedIn().map(officer -> officer.lookedAtBy() != null).orElse(false);
  }

  /** True while every page names who looks at it. */
  public boolean isMarked() {
    return settings.on(ScreenSettings.WATERMARK);
  }

  /** True while a password that is too old is all that the officer can change. */
  public boolean isOverdue() {
    return desk.officer().grants().isEmpty() && passwords.overdue(desk.officer().id());
  }

  /** The department's name in the reader's language. */
  public String getDepartment() {
    var officer = desk.officer();
    return language.english() && !officer.departmentNameEn().isEmpty()
        ? officer.departmentNameEn()
        : officer.departmentName();
  }

  public String getLanguage() {
    return language.tag();
  }

  /** The address of this page in the other language. */
  public String getOtherLanguageHref() {
    var here = getHere();
    return here + (here.contains("?") ? "&" : "?") + "lang=" + (language.english() ? "zh" : "en");
  }

  /** The address of this page. */
  public String getHere() {
    var uri = String.valueOf(request.getAttribute("jakarta.servlet.forward.request_uri"));
    var path = "null".equals(uri) ? request.getRequestURI() : uri;
    var query = request.getQueryString();
    var rest = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
    return path.replace(".xhtml", "") + (rest.isEmpty() ? "" : "?" + rest);
  }

  /** Where a problem of this page is reported, or of the one that failed. */
  public String getTroubleHref() {
    var failed = request.getAttribute("jakarta.servlet.error.request_uri");
    var incident = request.getAttribute(Incidents.ID);
    return "/console/trouble-new?from="
        + Screen.encode(Where.of(failed == null ? getHere() : String.valueOf(failed)))
        + (incident == null ? "" : "&incident=" + incident);
  }

  /** True while the officer works at one area alone. */
  public boolean isNarrowed() {
    return Door.narrowed(request);
  }

  /** How many to-dos wait. */
  public long getWaiting() {
    return waiting.count();
  }

  public Instant getNow() {
    return clock.instant();
  }

  public boolean may(String right) {
    return desk.may(right);
  }
}
