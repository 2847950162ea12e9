package firstline.rumour.desk;

import firstline.persistence.export.Address;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.page.Cursor;
import firstline.persistence.page.Page;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Words;
import firstline.rumour.appeal.AppealQueries;
import firstline.rumour.claim.ClaimQueries;
import firstline.rumour.rebuttal.RebuttalQueries;
import firstline.rumour.release.ReleaseQueries;
import firstline.rumour.rumour.RumourQueries;
import firstline.rumour.text.TypedTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The lists of this department as tables. */
@ApplicationScoped
public class RumourLists implements ListExports {
  @Inject private ClaimQueries claims;
  @Inject private RumourQueries rumours;
  @Inject private RebuttalQueries rebuttals;
  @Inject private ReleaseQueries releases;
  @Inject private AppealQueries appeals;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(claims(), rumours(), rebuttals(), corrections(), appeals());
  }

  private ListExport claims() {
    return ListTable.of(words, "rumour.claims", ClaimQueries.Line::id)
        .column("rumour.claim.number", ClaimQueries.Line::number)
        .column("rumour.claim.text", ClaimQueries.Line::excerpt)
        .column("rumour.claim.seen", ClaimQueries.Line::seen)
        .column("rumour.area", ClaimQueries.Line::areaName)
        .time("rumour.claim.received", ClaimQueries.Line::receivedAt)
        .word("rumour.state", "rumour.claim.state.", ClaimQueries.Line::state)
        .pages(this::claims);
  }

  private Page<ClaimQueries.Line> claims(Address asked, Cursor cursor) {
    return claims.list(
        new ClaimQueries.Filter(
            asked.parameter("q"),
            asked.parameter("state"),
            asked.area(),
            TypedTime.day(asked.parameter("from")),
            TypedTime.day(asked.parameter("to"))),
        cursor);
  }

  private ListExport rumours() {
    return ListTable.of(words, "rumour.rumours", RumourQueries.Line::id)
        .column("rumour.number", RumourQueries.Line::number)
        .column("rumour.rumour.title", RumourQueries.Line::title)
        .column("rumour.priority", RumourQueries.Line::priority)
        .column("rumour.area", RumourQueries.Line::areaName)
        .column("rumour.owner", RumourQueries.Line::ownerName)
        .time("rumour.due", RumourQueries.Line::dueAt)
        .column("rumour.claims", RumourQueries.Line::claims)
        .time("rumour.changed", RumourQueries.Line::changedAt)
        .word("rumour.state", "rumour.rumour.state.", RumourQueries.Line::state)
        .pages(this::rumours);
  }

  private Page<RumourQueries.Line> rumours(Address asked, Cursor cursor) {
    return rumours.list(
        new RumourQueries.Filter(
            asked.parameter("q"),
            asked.names("state") || asked.names("q") ? asked.parameter("state") : "WORKING",
            asked.area(),
            asked.parameter("topic"),
            asked.names("mine")),
        cursor);
  }

  private ListExport rebuttals() {
    return ListTable.of(words, "rumour.rebuttals", RebuttalQueries.Line::id)
        .column("rumour.number", RebuttalQueries.Line::number)
        .column("rumour.fact", RebuttalQueries.Line::fact)
        .word("rumour.verdict", "rumour.verdict.", RebuttalQueries.Line::verdict)
        .column("rumour.area", RebuttalQueries.Line::areaName)
        .column("rumour.department", RebuttalQueries.Line::departmentName)
        .column("rumour.claims", RebuttalQueries.Line::claims)
        .time("rumour.changed", RebuttalQueries.Line::changedAt)
        .word("rumour.state", "rumour.state.", RebuttalQueries.Line::state)
        .pages(
            (asked, cursor) ->
                rebuttals.list(
                    new RebuttalQueries.Filter(
                        asked.parameter("q"), asked.parameter("state"), asked.area()),
                    cursor));
  }

  private ListExport corrections() {
    return ListTable.of(words, "rumour.corrections", ReleaseQueries.Due::id)
        .word("rumour.channel", "rumour.channel.", ReleaseQueries.Due::channel)
        .column("rumour.fact", line -> line.number() + " " + line.fact())
        .word("rumour.corrections.what", "rumour.corrections.todo.", ReleaseQueries.Due::todo)
        .column("rumour.corrections.where", ReleaseQueries.Due::url)
        .column("rumour.area", ReleaseQueries.Due::areaName)
        .column("rumour.department", ReleaseQueries.Due::departmentName)
        .column("rumour.corrections.who", ReleaseQueries.Due::who)
        .time("rumour.corrections.waits", ReleaseQueries.Due::since)
        .pages(
            (asked, cursor) ->
                releases.waiting(
                    asked.names("state") ? asked.parameter("state") : "CORRECTION_DUE",
                    asked.parameter("channel"),
                    asked.area(),
                    cursor));
  }

  private ListExport appeals() {
    return ListTable.of(words, "rumour.appeals", AppealQueries.Line::id)
        .column("rumour.appeal.number", AppealQueries.Line::number)
        .column("rumour.appeal.party", AppealQueries.Line::party)
        .column("rumour.appeal.rebuttal", AppealQueries.Line::rebuttalNumber)
        .column("rumour.area", AppealQueries.Line::areaName)
        .column("rumour.appeal.reviewer", AppealQueries.Line::reviewerName)
        .time("rumour.appeal.received", AppealQueries.Line::receivedAt)
        .column("rumour.appeal.answer-by", AppealQueries.Line::answerBy)
        .word("rumour.state", "rumour.appeal.state.", AppealQueries.Line::state)
        .pages((asked, cursor) -> appeals.list(asked.parameter("state"), asked.area(), cursor));
  }
}
