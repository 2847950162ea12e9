package firstline.console.export;

import firstline.console.admin.audit.AuditQueries;
import firstline.console.admin.people.OfficerQueries;
import firstline.console.bulletin.BulletinQueries;
import firstline.console.bulletin.BulletinState;
import firstline.console.circular.CircularQueries;
import firstline.console.trouble.TroubleQueries;
import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.page.Page;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The console's own lists as tables. */
@ApplicationScoped
public class ConsoleLists implements ListExports {
  @Inject private BulletinQueries bulletins;
  @Inject private CircularQueries circulars;
  @Inject private TroubleQueries troubles;
  @Inject private AuditQueries audit;
  @Inject private OfficerQueries officers;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(bulletins(), circulars(), sentCirculars(), troubles(), audit(), officers());
  }

  private ListExport bulletins() {
    return ListTable.of(words, "bulletins", BulletinQueries.Line::id)
        .column("bulletin.title", BulletinQueries.Line::heading)
        .column("bulletin.number", BulletinQueries.Line::number)
        .column("bulletin.area", BulletinQueries.Line::areaName)
        .column("bulletin.days", line -> line.since() + " – " + line.until())
        .word("bulletin.state", "bulletin.state.", BulletinQueries.Line::state)
        .column("bulletin.writers", BulletinQueries.Line::writers)
        .time("bulletin.written-at", BulletinQueries.Line::writtenAt)
        .pages(
            (asked, cursor) ->
                bulletins.list(asked.known("state", BulletinState.values()), cursor));
  }

  private ListExport circulars() {
    return ListTable.of(words, "circulars", CircularQueries.Line::id)
        .column("circular.heading", CircularQueries.Line::title)
        .column("circular.from", CircularQueries.Line::department)
        .time("circular.sent-at", CircularQueries.Line::sentAt)
        .column("circular.until", line -> words.day(line.getLast()))
        .word("circular.state", "circular.state.", CircularQueries.Line::state)
        .pages((asked, cursor) -> circulars.mine(asked.parameter("state").equals("open"), cursor));
  }

  private ListExport sentCirculars() {
    return ListTable.of(words, "circulars-sent", CircularQueries.Line::id)
        .column("circular.heading", CircularQueries.Line::title)
        .column("circular.writer", CircularQueries.Line::writer)
        .time("circular.sent-at", CircularQueries.Line::sentAt)
        .column("circular.until", line -> words.day(line.getLast()))
        .column("circular.addressed", CircularQueries.Line::addressed)
        .column("circular.read", CircularQueries.Line::read)
        .column("circular.acknowledged-by", line -> line.due() == null ? null : line.acknowledged())
        .pages((asked, cursor) -> circulars.sent(cursor));
  }

  private ListExport troubles() {
    return ListTable.of(words, "troubles", TroubleQueries.Line::id)
        .column("trouble.said", TroubleQueries.Line::said)
        .column("trouble.page", TroubleQueries.Line::page)
        .column("trouble.incident", TroubleQueries.Line::incident)
        .column("trouble.by", line -> line.officer() + " " + line.department())
        .time("trouble.at", TroubleQueries.Line::reportedAt)
        .word("trouble.state", "trouble.state.", TroubleQueries.Line::state)
        .pages(
            (asked, cursor) ->
                troubles.list(asked.parameter("state").replaceFirst("^ALL$", ""), cursor));
  }

  private ListExport audit() {
    return ListTable.of(words, "audit", AuditQueries.Line::sequence)
        .column("audit.sequence", AuditQueries.Line::sequence)
        .time("audit.at", AuditQueries.Line::at)
        .column("audit.officer", line -> (line.officerName() + " " + line.department()).strip())
        .column("audit.use-case", AuditQueries.Line::useCase)
        .column("audit.subject", AuditQueries.Line::subject)
        .word("audit.outcome", "audit.outcome.", AuditQueries.Line::outcome)
        .parts(this::audit);
  }

  private Page<AuditQueries.Line> audit(Address asked, String after, int size) {
    return audit.list(
        new AuditQueries.Filter(
            asked.parameter("officer"),
            asked.parameter("usecase"),
            asked.parameter("outcome"),
            asked.parameter("subject"),
            asked.parameter("from"),
            asked.parameter("to")),
        after,
        "",
        size);
  }

  private ListExport officers() {
    return ListTable.of(words, "officers", OfficerQueries.Line::id)
        .column("sign-in.username", OfficerQueries.Line::username)
        .column("first-run.name", OfficerQueries.Line::name)
        .column("officers.department", OfficerQueries.Line::department)
        .column("officers.roles", line -> String.join(" ", line.roles()))
        .word("officers.state", "officers.state.", OfficerQueries.Line::state)
        .parts(this::officers);
  }

  private Page<OfficerQueries.Line> officers(Address asked, String after, int size) {
    var rows = officers.list(asked.parameter("q"), after);
    return new Page<>(
        rows, "", rows.size() < OfficerQueries.PAGE ? "" : rows.get(rows.size() - 1).username());
  }
}
