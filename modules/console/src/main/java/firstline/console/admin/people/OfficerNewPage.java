package firstline.console.admin.people;

import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form for one new officer. */
@Named
@RequestScoped
public class OfficerNewPage {
  @Inject private CreateOfficer createOfficer;
  @Inject private Screen screen;

  private @Nullable UUID made;

  public String getUsername() {
    return screen.parameter("username");
  }

  public String getName() {
    return screen.parameter("name");
  }

  public String getDepartment() {
    return screen.parameter("department");
  }

  public void create() {
    screen.run(
        () ->
            made =
                createOfficer.create(
                    new CreateOfficer.Command(
                        getUsername().strip(), getName(), getDepartment().strip())),
        "officer.created",
        () -> "/console/admin/officer?id=" + made);
  }
}
