package firstline.broadcast.fleet;

import static firstline.broadcast.BroadcastRights.FLEET;

import firstline.persistence.bulk.BulkContribution;
import firstline.persistence.bulk.BulkStep;
import firstline.persistence.bulk.BulkStep.Input;
import firstline.persistence.bulk.BulkStep.Option;
import firstline.persistence.requirement.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What may be done to many speakers at once. */
@ApplicationScoped
public class ManySpeakers implements BulkContribution {
  @Inject private FleetQueries queries;
  @Inject private SpeakerGroups groups;
  @Inject private AssignGroup assignGroup;
  @Inject private ChangeSpeaker changeSpeaker;

  @Override
  public String list() {
    return "broadcast.speakers";
  }

  @Override
  @Requirement({"R49.4", "R117.2"})
  public List<BulkStep> steps() {
    var retire =
        BulkStep.of(
            "broadcast.speaker.retire",
            FLEET,
            (id, typed) ->
                changeSpeaker.retire(new ChangeSpeaker.Retire(id, queries.one(id).version())));
    var named =
        groups.list().stream()
            .map(one -> Option.named(one.id().toString(), one.name() + " · " + one.areaName()))
            .toList();
    return named.isEmpty()
        ? List.of(retire)
        : List.of(
            grouped("broadcast.speaker.join", true, named),
            grouped("broadcast.speaker.leave", false, named),
            retire);
  }

  private BulkStep grouped(String name, boolean joins, List<Option> named) {
    return new BulkStep(
        name,
        FLEET,
        List.of(Input.choice("group", named)),
        (id, typed) ->
            assignGroup.assign(
                new AssignGroup.Command(
                    UUID.fromString(typed.getOrDefault("group", "")),
                    joins,
                    List.of(new AssignGroup.Picked(id, queries.one(id).version())))));
  }
}
