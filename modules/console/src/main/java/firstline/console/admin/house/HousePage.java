package firstline.console.admin.house;

import firstline.persistence.area.AreaImport;
import firstline.persistence.department.DepartmentImport;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Areas and departments: looking around, and taking tables over. */
@Named
@RequestScoped
public class HousePage {
  @Inject private HouseQueries queries;
  @Inject private AreaImport areaImport;
  @Inject private DepartmentImport departmentImport;
  @Inject private Upload upload;
  @Inject private Screen screen;

  public String getWords() {
    return screen.parameter("q");
  }

  public List<HouseQueries.AreaLine> getAreas() {
    return getWords().isBlank()
        ? queries.below(screen.parameter("parent"))
        : queries.named(getWords().strip());
  }

  public List<HouseQueries.AreaLine> getWay() {
    return queries.way(screen.parameter("parent"));
  }

  public List<HouseQueries.DepartmentLine> getDepartments() {
    return queries.departments(getWords().strip());
  }

  public void importAreas() {
    upload.take(content -> areaImport.run(new AreaImport.Command(content)));
  }

  public void importDepartments() {
    upload.take(content -> departmentImport.run(new DepartmentImport.Command(content)));
  }
}
