package firstline.broadcast;

import firstline.broadcast.programme.ProgrammeChange;
import firstline.broadcast.schedule.Schedules;
import firstline.persistence.aggregate.Aggregates;
import firstline.persistence.database.Sql;
import firstline.persistence.numbering.Numbering;
import firstline.persistence.review.Reviews;
import firstline.persistence.right.Desk;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Schedules that are ordered without a server, where nobody listens to changes. */
public final class TestSchedules {
  private TestSchedules() {}

  /** Those of the officer at the desk. */
  public static Schedules of(Sql sql, Desk desk, Clock clock) {
    return new Schedules(
        new Aggregates(sql, desk),
        new Numbering(sql, clock),
        new Reviews(sql, desk, clock),
        desk,
        new ProgrammeChange(sql, new Unheard()),
        sql);
  }

  private static final class Unheard implements Event<ProgrammeChange.Happened> {
    @Override
    public void fire(ProgrammeChange.Happened event) {}

    @Override
    public <U extends ProgrammeChange.Happened> CompletionStage<U> fireAsync(U event) {
      return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends ProgrammeChange.Happened> CompletionStage<U> fireAsync(
        U event, NotificationOptions options) {
      return CompletableFuture.completedFuture(event);
    }

    @Override
    public Event<ProgrammeChange.Happened> select(Annotation... qualifiers) {
      return this;
    }

    @Override
    public <U extends ProgrammeChange.Happened> Event<U> select(
        Class<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ProgrammeChange.Happened> Event<U> select(
        TypeLiteral<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }
}
