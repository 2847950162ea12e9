package firstline.broadcast.standing;

import firstline.broadcast.BroadcastRights;
import firstline.broadcast.emergency.KeepTemplates;
import firstline.broadcast.emergency.OrderEmergency;
import firstline.broadcast.signature.TrustedSigners;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import firstline.persistence.words.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules by which alerts go on the air without a hand: who wrote, confirmed, ended them. */
@Named
@RequestScoped
public class StandingPage {
  private static final String HERE = "/console/broadcast/standing";

  @Inject private RuleQueries queries;
  @Inject private WriteRule writeRule;
  @Inject private SettleRule settleRule;
  @Inject private KeepTemplates keepTemplates;
  @Inject private TrustedSigners trustedSigners;
  @Inject private Language language;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<RuleQueries.Line> rows;
  private @Nullable List<KeepTemplates.Template> templates;

  public List<RuleQueries.Line> getRows() {
    if (rows == null) {
      rows = queries.list();
    }
    return rows;
  }

  public boolean isOnDuty() {
    return desk.may(BroadcastRights.EMERGENCY);
  }

  public List<TrustedSigners.Signer> getSigners() {
    return trustedSigners.signers();
  }

  /** Those without a gap: nobody would be there to fill it in. */
  public List<KeepTemplates.Template> getTemplates() {
    if (templates == null) {
      templates =
          keepTemplates.list().stream().filter(one -> KeepTemplates.isFilled(one.text())).toList();
    }
    return templates;
  }

  public List<Integer> getLevels() {
    return OrderEmergency.Command.LEVELS;
  }

  /** What was typed, or what is usual. */
  public String typed(String field) {
    if (screen.names("posted")) {
      return screen.parameter(field);
    }
    return switch (field) {
      case "area" -> desk.officer().areaCode();
      case "level" -> "2";
      default -> "";
    };
  }

  /** The rule as one sentence. */
  public String said(RuleQueries.Line rule) {
    return rule.said(language.tag());
  }

  public void write() {
    screen.run(() -> writeRule.write(command()), "standing.written", HERE);
  }

  private WriteRule.Command command() {
    if (!typed("level").matches("[1-4]")) {
      throw new Refusal("emergency.level");
    }
    return new WriteRule.Command(
        typed("area"),
        typed("sender"),
        typed("signer"),
        typed("event"),
        Integer.parseInt(typed("level")),
        typed("template").isEmpty() ? null : screen.id("template"));
  }

  public void confirm() {
    screen.run(
        () -> settleRule.confirm(new SettleRule.Confirm(screen.id(), screen.version())),
        "standing.confirmed",
        HERE);
  }

  public void end() {
    screen.run(
        () -> settleRule.end(new SettleRule.End(screen.id(), screen.parameter("why"))),
        "standing.ended",
        HERE);
  }
}
