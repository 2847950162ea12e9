package firstline.broadcast.desk;

import firstline.broadcast.alert.AlertList;
import firstline.broadcast.media.MediaQueries;
import firstline.broadcast.quiet.QuietQueries;
import firstline.broadcast.schedule.ScheduleQueries;
import firstline.broadcast.script.ScriptQueries;
import firstline.persistence.export.ListExport;
import firstline.persistence.export.ListExports;
import firstline.persistence.export.ListTable;
import firstline.persistence.right.Allows;
import firstline.persistence.right.Rights;
import firstline.persistence.words.Language;
import firstline.persistence.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The lists of this department as tables; speakers and the proof of plays stand beside theirs. */
@ApplicationScoped
public class BroadcastLists implements ListExports {
  @Inject private ScheduleQueries schedules;
  @Inject private ScriptQueries scripts;
  @Inject private MediaQueries media;
  @Inject private QuietQueries quiet;
  @Inject private AlertList alerts;
  @Inject private Language language;
  @Inject private Words words;

  @Override
  @Allows(right = Rights.SIGNED_IN, reads = true)
  public List<ListExport> lists() {
    return List.of(schedules(), scripts(), media(), quiet(), alerts());
  }

  private ListExport schedules() {
    return ListTable.of(words, "broadcast.schedules", ScheduleQueries.Line::id)
        .column("broadcast.number", ScheduleQueries.Line::number)
        .column("broadcast.title", line -> line.title() + " " + line.when())
        .word("broadcast.kind", "broadcast.kind.", ScheduleQueries.Line::kind)
        .column("broadcast.area", ScheduleQueries.Line::areaName)
        .time("broadcast.drafted", ScheduleQueries.Line::draftedAt)
        .word("broadcast.state", "broadcast.schedule.state.", ScheduleQueries.Line::state)
        .pages(
            (asked, cursor) ->
                schedules.list(
                    asked.parameter("state"),
                    asked.parameter("kind"),
                    asked.parameter("text-kind"),
                    asked.names("damaged"),
                    language.tag(),
                    cursor));
  }

  private ListExport scripts() {
    return ListTable.of(words, "broadcast.scripts", ScriptQueries.Line::id)
        .column("broadcast.source", ScriptQueries.Line::source)
        .word("verse.kind", "verse.kind.", ScriptQueries.Line::textKind)
        .column("broadcast.text", ScriptQueries.Line::text)
        .column("broadcast.length", ScriptQueries.Line::seconds)
        .column("broadcast.area", ScriptQueries.Line::areaName)
        .time("broadcast.handed-over", ScriptQueries.Line::receivedAt)
        .column("broadcast.read-by", ScriptQueries.Line::schedules)
        .column("broadcast.heard-times", ScriptQueries.Line::heard)
        .column("broadcast.state", ScriptQueries.Line::recalledWhy)
        .pages((asked, cursor) -> scripts.list(asked.parameter("text-kind"), cursor));
  }

  private ListExport media() {
    return ListTable.of(words, "broadcast.media", MediaQueries.Line::id)
        .column("media.sound", MediaQueries.Line::name)
        .word("media.made", "media.made.", MediaQueries.Line::made)
        .column("media.peak", MediaQueries.Line::peak)
        .column("broadcast.area", MediaQueries.Line::areaName)
        .column("media.made-by", MediaQueries.Line::officerName)
        .time("media.made-at", MediaQueries.Line::madeAt)
        .column("media.used", MediaQueries.Line::schedules)
        .column("media.use", MediaQueries.Line::sha256)
        .pages((asked, cursor) -> media.list(cursor));
  }

  private ListExport quiet() {
    return ListTable.of(words, "broadcast.quiet", QuietQueries.Line::id)
        .column("broadcast.quiet.title", QuietQueries.Line::title)
        .word("broadcast.quiet.kind", "broadcast.quiet.kind.", QuietQueries.Line::kind)
        .column("broadcast.quiet.when", QuietQueries.Line::when)
        .column("broadcast.area", QuietQueries.Line::areaName)
        .time("broadcast.quiet.set-at", QuietQueries.Line::setAt)
        .pages(
            (asked, cursor) ->
                quiet.list(asked.parameter("ended").equals("true"), language.tag(), cursor));
  }

  private ListExport alerts() {
    return ListTable.of(words, "broadcast.alerts", AlertList.Line::id)
        .column("broadcast.alert.headline", AlertList.Line::headline)
        .word(
            "broadcast.emergency.level",
            "broadcast.level.",
            line -> line.level() > 0 ? line.level() : null)
        .column("broadcast.alert.sender", AlertList.Line::sender)
        .time("broadcast.alert.received", AlertList.Line::receivedAt)
        .time("broadcast.alert.expires", AlertList.Line::expires)
        .word("broadcast.state", "broadcast.alert.state.", AlertList.Line::state)
        .pages((asked, cursor) -> alerts.list(asked.parameter("state"), cursor));
  }
}
