package firstline.publicity.share;

import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.screen.Screen;
import firstline.persistence.setting.Settings;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Links by which somebody outside leaves files; and the page at such a link. */
@Named
@RequestScoped
public class UploadLinksPage {
  private static final String HERE = "/console/publicity/upload-links";

  @Inject private UploadLinks links;
  @Inject private Screen screen;
  @Inject private Language language;

  private String made = "";

  public List<UploadLinks.Line> getLinks() {
    return links.list();
  }

  /** The link that was just made: shown this once. */
  public String getMade() {
    return made;
  }

  /** What was typed, or what is usual. */
  public String typed(String field, String usual) {
    return screen.names(field) && made.isEmpty() ? screen.parameter(field) : usual;
  }

  public void make() {
    screen.attempt(
        () ->
            made =
                Settings.current()
                    .url()
                    .resolve(
                        "/u/"
                            + links.make(
                                new UploadLinks.Command(
                                    (int) number("days"),
                                    screen.parameter("password"),
                                    screen.parameter("note"),
                                    (int) number("files"),
                                    number("megabytes"))))
                    .toString());
  }

  /** What no field allows, if it is no number. */
  private long number(String field) {
    var text = screen.parameter(field).strip();
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }

  public void revoke() {
    screen.run(
        () -> {
          if (!screen.names("link")) {
            throw new Refusal("share.none-chosen");
          }
          links.revoke(screen.id("link"));
        },
        "share.done",
        HERE);
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  /** The link at which somebody stands; the servlet has found it. */
  public UploadLinks.Living getView() {
    if (request().getAttribute(UploadLinkServlet.VIEW) instanceof UploadLinks.Living view) {
      return view;
    }
    throw new NotFound();
  }

  /** For whom files are left at it. */
  public String getDepartment() {
    return language.english() ? getView().departmentNameEn() : getView().departmentName();
  }

  /** Its own address. */
  public String getHere() {
    return String.valueOf(request().getAttribute("jakarta.servlet.forward.request_uri"));
  }
}
