package firstline.publicity.material;

import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The list of material: filters and place in the address. */
@Named
@RequestScoped
public class MaterialsPage {
  @Inject private MaterialQueries queries;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private Page<MaterialQueries.Line> page = new Page<>(List.of(), "", "");

  public void load() {
    page =
        queries.list(
            getState(),
            getKind(),
            Cursor.read(screen.parameter("after"), screen.parameter("before")));
  }

  public List<MaterialQueries.Line> getRows() {
    return page.rows();
  }

  public List<String> getStates() {
    return Arrays.stream(MaterialState.values()).map(Enum::name).toList();
  }

  public List<String> getKinds() {
    return Arrays.stream(Kind.values()).map(Enum::name).toList();
  }

  public boolean isDrafting() {
    return desk.may(PublicityRights.DRAFT);
  }

  public String getState() {
    return chosen("state", getStates());
  }

  public String getKind() {
    return chosen("kind", getKinds());
  }

  private String chosen(String name, List<String> of) {
    return of.contains(screen.parameter(name)) ? screen.parameter(name) : "";
  }

  public boolean isNarrowed() {
    return !(getState() + getKind()).isEmpty();
  }

  /** Address of the page after this one, or empty. */
  public String getNext() {
    return page.after().isEmpty() ? "" : filters() + "&after=" + page.after();
  }

  /** Address of the page before this one, or empty. */
  public String getPrevious() {
    return page.before().isEmpty() ? "" : filters() + "&before=" + page.before();
  }

  private String filters() {
    return "/console/publicity/materials?state=" + getState() + "&kind=" + getKind();
  }
}
