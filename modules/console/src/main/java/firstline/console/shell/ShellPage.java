package firstline.console.shell;

import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;

/** What every console page shows around its content. */
@Named("shell")
@RequestScoped
public class ShellPage {
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private HttpServletRequest request;
  @Inject @Any private Instance<NavigationContribution> contributions;

  /** The rail's lines that this officer may use, in order. */
  public List<NavigationEntry> getEntries() {
    return contributions.stream()
        .flatMap(contribution -> contribution.entries().stream())
        .filter(entry -> desk.may(entry.right()))
        .sorted(Comparator.comparingInt(NavigationEntry::order))
        .toList();
  }

  /** True if the line leads to the page that is shown, or to the list that its record stands in. */
  public boolean current(NavigationEntry entry) {
    var uri = request.getRequestURI().replace(".xhtml", "");
    return uri.equals(entry.href())
        || entry.href().equals(uri + "s")
        || (!entry.href().equals("/console/home") && uri.startsWith(entry.href() + "/"));
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
    var uri = String.valueOf(request.getAttribute("jakarta.servlet.forward.request_uri"));
    var path = "null".equals(uri) ? request.getRequestURI() : uri;
    var query = request.getQueryString();
    var rest = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "");
    return path.replace(".xhtml", "")
        + "?"
        + (rest.isEmpty() ? "" : rest.replaceFirst("^&", "") + "&")
        + "lang="
        + (language.english() ? "zh" : "en");
  }

  public boolean may(String right) {
    return desk.may(right);
  }
}
