package firstline.broadcast.schedule;

import firstline.broadcast.programme.Kind;
import firstline.broadcast.programme.Preemption;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What the form of a schedule offers to choose from. */
@Named
@RequestScoped
public class ScheduleChoices {
  public List<Plan.Tone> getTones() {
    return List.of(Plan.Tone.values());
  }

  public List<Kind> getKinds() {
    return List.of(Kind.ROUTINE, Kind.DRILL);
  }

  public List<Preemption> getPreemptions() {
    return List.of(Preemption.values());
  }

  public List<String> getDays() {
    return Stream.concat(SaidTimes.KINDS.stream(), Stream.of("RULE")).toList();
  }

  public List<String> getWeek() {
    return SaidTimes.WEEK;
  }
}
