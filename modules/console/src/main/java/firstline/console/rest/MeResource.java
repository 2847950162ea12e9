package firstline.console.rest;

import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.OfficerOnDuty;
import firstline.persistence.right.OfficerOnDuty.Grant;
import firstline.persistence.right.Rights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who the caller is, for a program that wants to know what its token may do. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  public record Department(UUID id, String name, String nameEn) {}

  public record Area(String code, String name) {}

  /**
   * A right and where it is held.
   *
   * @param areas codes of the roots of the subtrees
   */
  public record Held(String right, List<String> areas) {}

  public record Me(
      UUID id,
      String username,
      String name,
      Department department,
      Area area,
      String language,
      List<Held> rights) {}

  @Inject private Desk desk;

  @GET
  @Allows(right = Rights.SIGNED_IN, reads = true)
  @Operation(summary = "The caller: officer, department, rights and the areas in which they hold")
  public Me me() {
    var officer = desk.officer();
    return new Me(
        officer.id(),
        officer.username(),
        officer.name(),
        new Department(
            officer.departmentId(), officer.departmentName(), officer.departmentNameEn()),
        new Area(officer.areaCode(), officer.areaName()),
        officer.language(),
        held(officer));
  }

  static List<Held> held(OfficerOnDuty officer) {
    return officer.grants().stream()
        .map(Grant::right)
        .distinct()
        .sorted()
        .map(
            right ->
                new Held(
                    right,
                    officer.scope(right).paths().stream().map(MeResource::last).sorted().toList()))
        .toList();
  }

  /** The subtree's root: the last code of its path. */
  private static String last(String path) {
    var codes = path.split("/", -1);
    return codes.length < 2 ? "" : codes[codes.length - 2];
  }
}
