package firstline.publicity.desk;

import firstline.persistence.database.Sql;
import firstline.persistence.indicator.IndicatorContribution;
import firstline.persistence.navigation.NavigationContribution;
import firstline.persistence.navigation.NavigationEntry;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Desk;
import firstline.persistence.right.RightContribution;
import firstline.persistence.right.Rights;
import firstline.persistence.todo.Todo;
import firstline.persistence.todo.TodoContribution;
import firstline.publicity.PublicityRights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The department's lines of the rail, rights and to-dos. */
@ApplicationScoped
@Allows(right = Rights.SIGNED_IN, reads = true)
public class PublicityDesk
    implements NavigationContribution, IndicatorContribution, RightContribution, TodoContribution {
  private static final String CONSOLE = "/console/publicity/";

  @Inject private Sql sql;
  @Inject private Desk desk;

  @Override
  public List<NavigationEntry> entries() {
    return List.of(
        new NavigationEntry("materials", CONSOLE + "materials", "board", PublicityRights.READ, 200),
        new NavigationEntry("upload", CONSOLE + "upload", "import", PublicityRights.DRAFT, 205),
        new NavigationEntry("campaigns", CONSOLE + "campaigns", "list", PublicityRights.READ, 208),
        new NavigationEntry(
            "collections", CONSOLE + "collections", "list", PublicityRights.READ, 209),
        new NavigationEntry("making", CONSOLE + "making", "answer", PublicityRights.READ, 210),
        new NavigationEntry("handed", CONSOLE + "handed", "inbox", PublicityRights.READ, 211),
        new NavigationEntry("batches", CONSOLE + "batches", "tree", PublicityRights.READ, 220),
        new NavigationEntry("stock", CONSOLE + "stock", "people", PublicityRights.STOCK, 221),
        new NavigationEntry("orders", CONSOLE + "orders", "inbox", PublicityRights.READ, 222),
        new NavigationEntry("recalls", CONSOLE + "recalls", "bell", PublicityRights.READ, 230),
        new NavigationEntry(
            "material-figures",
            CONSOLE + "material-figures",
            "figures",
            PublicityRights.READ,
            240));
  }

  @Override
  public List<NavigationEntry> actions() {
    return List.of(
        new NavigationEntry(
            "publicity.new", CONSOLE + "material-form", "answer", PublicityRights.DRAFT, 200),
        new NavigationEntry(
            "campaign.new", CONSOLE + "campaign-form", "board", PublicityRights.DRAFT, 201),
        new NavigationEntry(
            "order.new", CONSOLE + "order-form", "list", PublicityRights.STOCK, 202));
  }

  @Override
  public List<String> personal() {
    return List.of(PublicityRights.REVIEW);
  }

  @Override
  public List<String> rights() {
    return List.of(
        PublicityRights.READ,
        PublicityRights.DRAFT,
        PublicityRights.REVIEW,
        PublicityRights.PUBLISH,
        PublicityRights.RECALL,
        PublicityRights.PRINT,
        PublicityRights.STOCK);
  }

  @Override
  public List<Todo> todos() {
    var todos = new ArrayList<Todo>();
    add(todos, "IN_REVIEW", PublicityRights.REVIEW, "publicity.review");
    add(todos, "APPROVED", PublicityRights.PUBLISH, "publicity.publish");
    addUploads(todos);
    return todos;
  }

  private void add(List<Todo> todos, String state, String right, String key) {
    var officer = desk.signedIn().filter(one -> one.holds(right));
    if (officer.isEmpty()) {
      return;
    }
    var me = officer.get();
    var waiting =
        sql.one(
            """
            select count(*) from material_version v join area a on a.code = v.area_code
            where v.state = ? and a.path like any (?)
              and (v.state <> 'IN_REVIEW' or v.writers not like ?)
            """,
            row -> row.number(1),
            state,
            me.scope(right).patterns(),
            "%" + me.id() + "%");
    if (waiting > 0) {
      todos.add(new Todo(key, waiting, CONSOLE + "materials?state=" + state, false));
    }
  }

  private void addUploads(List<Todo> todos) {
    var officer = desk.signedIn().filter(one -> one.holds(PublicityRights.DRAFT));
    if (officer.isEmpty()) {
      return;
    }
    var waiting =
        sql.one(
            "select count(*) from upload where officer_id = ? and state in ('TAKEN', 'ASKED')",
            row -> row.number(1),
            officer.get().id());
    if (waiting > 0) {
      todos.add(new Todo("upload.waiting", waiting, CONSOLE + "upload", false));
    }
  }

  @Override
  public List<Indicator> indicators() {
    return List.of(
        new Indicator("publicity.animations", "/console/publicity/materials?kind=ANIMATION"),
        new Indicator("publicity.films", "/console/publicity/materials?kind=FILM"),
        new Indicator("publicity.posters", "/console/publicity/materials?kind=POSTER"),
        new Indicator("publicity.leaflets", "/console/publicity/material-figures"));
  }
}
