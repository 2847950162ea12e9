package firstline.console.rest;

import firstline.persistence.page.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The tree of areas. */
@Path("/areas")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AreaResource {
  @Inject private AreaQueries areas;

  @GET
  @Operation(
      summary = "Areas by code: children of a parent, or a search by name, code or pinyin below it")
  public Page<AreaQueries.Line> page(
      @QueryParam("parent") @DefaultValue("") String parent,
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("after") @DefaultValue("") String after) {
    return areas.page(parent, words, after);
  }
}
