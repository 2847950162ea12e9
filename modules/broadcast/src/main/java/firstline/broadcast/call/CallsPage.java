package firstline.broadcast.call;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places that are to be told by other means: made for a telephone in a village. */
@Named
@RequestScoped
public class CallsPage {
  private static final String HERE = "/console/broadcast/calls";

  @Inject private CallQueries queries;
  @Inject private AcknowledgeCall acknowledgeCall;
  @Inject private AcknowledgeBegun acknowledgeBegun;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<CallQueries.Line> rows;

  /**
   * The places of one emergency that began after all and wait to be settled.
   *
   * @param lines at least one
   */
  public record Begun(long play, List<CallQueries.Line> lines) {
    /** One of them, for what they share: text, level. */
    public CallQueries.Line first() {
      return lines.get(0);
    }
  }

  public boolean isNothing() {
    return rows().isEmpty();
  }

  /** Silent and not yet told: each needs a person. */
  public List<CallQueries.Line> getSilent() {
    return rows().stream()
        .filter(row -> row.acknowledgedAt() == null && row.begun() == null)
        .toList();
  }

  /** Open, and begun after all: settled together. */
  public List<Begun> getBegun() {
    return rows().stream()
        .filter(row -> row.acknowledgedAt() == null && row.begun() != null)
        .collect(
            Collectors.groupingBy(CallQueries.Line::play, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(one -> new Begun(one.getKey(), one.getValue()))
        .toList();
  }

  /** Told, or known not to have been reached. */
  public List<CallQueries.Line> getAnswered() {
    return rows().stream().filter(row -> row.acknowledgedAt() != null).toList();
  }

  private List<CallQueries.Line> rows() {
    if (rows == null) {
      rows = queries.list();
    }
    return rows;
  }

  public List<AcknowledgeCall.How> getHows() {
    return List.of(AcknowledgeCall.How.values());
  }

  public boolean isAnswering() {
    return desk.may(BroadcastRights.CALL);
  }

  /** Settles what began of the play whose number was sent along. */
  public void settle() {
    var play = screen.parameter("play");
    screen.run(
        () -> acknowledgeBegun.acknowledge(play.matches("[0-9]{1,18}") ? Long.parseLong(play) : 0),
        "broadcast.call.done",
        HERE);
  }

  public void acknowledge() {
    screen.run(
        () -> {
          var how =
              Arrays.stream(AcknowledgeCall.How.values())
                  .filter(one -> one.name().equals(screen.parameter("how")))
                  .findFirst()
                  .orElseThrow(() -> new Refusal("call.how"));
          acknowledgeCall.acknowledge(
              new AcknowledgeCall.Command(screen.id(), how, screen.parameter("note")));
        },
        "broadcast.call.done",
        HERE);
  }
}
