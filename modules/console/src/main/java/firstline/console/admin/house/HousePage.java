package firstline.console.admin.house;

import firstline.console.upload.Upload;
import firstline.persistence.area.AreaCode;
import firstline.persistence.area.AreaImport;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Areas and departments: looking around, keeping single ones, taking tables over. */
@Named
@RequestScoped
public class HousePage {
  private static final String AREAS = "/console/admin/areas";

  @Inject private HouseQueries queries;
  @Inject private AreaImport areaImport;
  @Inject private KeepAreas keepAreas;
  @Inject private KeepDepartments keepDepartments;
  @Inject private Upload upload;
  @Inject private Screen screen;

  private @Nullable List<HouseQueries.AreaLine> areas;
  private @Nullable List<HouseQueries.DepartmentLine> departments;
  private HouseQueries.@Nullable DepartmentLine open;

  public String getWords() {
    return screen.parameter("q");
  }

  /** Read at the first use, as the departments below. */
  public List<HouseQueries.AreaLine> getAreas() {
    if (areas == null) {
      areas = getWords().isBlank() ? queries.below(getParent()) : queries.named(getWords().strip());
    }
    return areas;
  }

  public List<HouseQueries.AreaLine> getWay() {
    return queries.way(getParent());
  }

  public String getParent() {
    return screen.parameter("parent");
  }

  public String getArea() {
    return screen.parameter("area").strip();
  }

  /** Read at the first use: the page asks for the rows more than once. */
  public List<HouseQueries.DepartmentLine> getDepartments() {
    if (departments == null) {
      departments = queries.departments(getWords().strip(), getArea(), screen.parameter("after"));
    }
    return departments;
  }

  /** Address of the next page of departments; empty on the last. */
  public String getNext() {
    var rows = getDepartments();
    return rows.size() < HouseQueries.PAGE
        ? ""
        : here() + "&after=" + Screen.encode(rows.get(rows.size() - 1).code());
  }

  /** The department that is being changed. */
  public HouseQueries.@Nullable DepartmentLine getOpen() {
    if (open == null && screen.names("open")) {
      open = queries.department(screen.id("open"));
    }
    return open;
  }

  /** What was typed into a field, for the form that a refusal shows again. */
  public String typed(String field) {
    return screen.parameter(field);
  }

  /** Levels of an area that has a parent. */
  public List<String> getLevels() {
    return AreaCode.LEVELS.subList(1, AreaCode.LEVELS.size());
  }

  public void addArea() {
    screen.run(
        () ->
            keepAreas.add(
                new KeepAreas.Add(
                    typed("code").strip(), getParent(), typed("level"), typed("name"))),
        "house.area.added",
        AREAS + "?parent=" + Screen.encode(getParent()));
  }

  public void renameArea() {
    screen.run(
        () -> keepAreas.rename(new KeepAreas.Rename(getParent(), typed("name"))),
        "house.renamed",
        AREAS + "?parent=" + Screen.encode(getParent()));
  }

  public void createDepartment() {
    screen.run(
        () ->
            keepDepartments.create(
                new KeepDepartments.Create(
                    typed("code").strip(),
                    typed("name"),
                    typed("name-en"),
                    typed("in-area").strip())),
        "house.department.created",
        here());
  }

  public void renameDepartment() {
    screen.run(
        () ->
            keepDepartments.rename(
                new KeepDepartments.Rename(
                    screen.id("open"), version(), typed("name"), typed("name-en"))),
        "house.renamed",
        here());
  }

  public void activateDepartment() {
    turn(true, "house.activated");
  }

  public void deactivateDepartment() {
    turn(false, "house.deactivated");
  }

  private void turn(boolean active, String done) {
    screen.run(
        () ->
            keepDepartments.turn(new KeepDepartments.Switch(screen.id("open"), version(), active)),
        done,
        here());
  }

  /** No number counts as an old version: the answer is a conflict, and the page is read anew. */
  private long version() {
    var text = typed("version");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  /** Address of this list with its filters. */
  public String getHere() {
    return here();
  }

  private String here() {
    return "/console/admin/departments?q="
        + Screen.encode(getWords())
        + "&area="
        + Screen.encode(getArea());
  }

  public void importAreas() {
    upload.take(content -> areaImport.run(new AreaImport.Command(content)));
  }
}
