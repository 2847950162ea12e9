package firstline.console.firstrun;

import firstline.console.upload.Upload;
import firstline.persistence.area.AreaImport;
import firstline.persistence.department.DepartmentImport;
import firstline.persistence.officer.OfficerImport;
import firstline.persistence.refusal.NotFound;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.ServerDesk;
import firstline.persistence.screen.Screen;
import firstline.persistence.tabular.LineReport;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The wizard behind the one-time link: areas, administrators, departments and officers. */
@Named
@RequestScoped
public class FirstRunPage {
  private static final String TOKEN = "firstline.first-run";

  /** One administrator's fields as they are typed. */
  public static class Fields {
    private String username = "";
    private String name = "";
    private String password = "";

    public String getUsername() {
      return username;
    }

    public void setUsername(String username) {
      this.username = username;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public String getPassword() {
      return password;
    }

    public void setPassword(String password) {
      this.password = password;
    }

    FirstRun.Administrator administrator() {
      return new FirstRun.Administrator(username.strip(), name, password);
    }
  }

  @Inject private FirstRun firstRun;
  @Inject private AreaImport areas;
  @Inject private DepartmentImport departments;
  @Inject private OfficerImport officers;
  @Inject private ServerDesk server;
  @Inject private Upload upload;
  @Inject private Screen screen;
  @Inject private HttpServletRequest request;

  private final Fields system = new Fields();
  private final Fields security = new Fields();
  private final Fields audit = new Fields();
  private String area = "";
  private String office = "";
  private FirstRun.@Nullable Progress progress;

  /** The link brings the token once; from then on the session carries it, not the address. */
  public void load() {
    var fromLink = request.getParameter("token");
    if (fromLink != null) {
      firstRun.require(fromLink);
      request.getSession(true).setAttribute(TOKEN, fromLink);
      screen.go("/first-run");
      return;
    }
    firstRun.require(token());
  }

  private String token() {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) {
      throw new NotFound();
    }
    return token;
  }

  /** 1 areas, 2 administrators, 3 departments and officers. */
  public int getStep() {
    var now = getProgress();
    if (now.areas() == 0) {
      return 1;
    }
    return now.administrators() == 0 ? 2 : 3;
  }

  public void nameAdministrators() {
    screen.run(
        () ->
            firstRun.administrators(
                new FirstRun.Command(
                    token(),
                    area,
                    office,
                    system.administrator(),
                    security.administrator(),
                    audit.administrator())),
        "first-run.administrators.done",
        "/first-run");
  }

  /** Each table is taken over by the same use case as later in administration, as the server. */
  public void importAreas() {
    take(content -> areas.run(new AreaImport.Command(content)));
  }

  public void importDepartments() {
    take(content -> departments.run(new DepartmentImport.Command(content)));
  }

  public void importOfficers() {
    take(content -> officers.run(new OfficerImport.Command(content)));
  }

  private void take(Function<byte[], LineReport> table) {
    firstRun.require(token());
    upload.take(content -> server.as("first-run", () -> table.apply(content)));
    progress = firstRun.progress(token());
  }

  public void finish() {
    try {
      firstRun.finish(token());
      request.getSession().removeAttribute(TOKEN);
      screen.go("/sign-in");
    } catch (Refusal refusal) {
      screen.refuse(refusal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, String> getRoots() {
    return firstRun.roots(token());
  }

  /** Read at the first question: a posted form is decoded before the page's own action runs. */
  public FirstRun.Progress getProgress() {
    if (progress == null) {
      progress = firstRun.progress(token());
    }
    return progress;
  }

  public Fields getSystem() {
    return system;
  }

  public Fields getSecurity() {
    return security;
  }

  public Fields getAudit() {
    return audit;
  }

  public String getArea() {
    return area;
  }

  public void setArea(String area) {
    this.area = area;
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }
}
