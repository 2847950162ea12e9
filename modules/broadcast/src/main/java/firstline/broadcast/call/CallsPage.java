package firstline.broadcast.call;

import firstline.broadcast.BroadcastRights;
import firstline.persistence.refusal.Refusal;
import firstline.persistence.right.Desk;
import firstline.persistence.screen.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places that are to be told by other means: made for a telephone in a village. */
@Named
@RequestScoped
public class CallsPage {
  private static final String HERE = "/console/broadcast/calls";

  @Inject private CallQueries queries;
  @Inject private AcknowledgeCall acknowledgeCall;
  @Inject private Screen screen;
  @Inject private Desk desk;

  private @Nullable List<CallQueries.Line> rows;

  public List<CallQueries.Line> getRows() {
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
