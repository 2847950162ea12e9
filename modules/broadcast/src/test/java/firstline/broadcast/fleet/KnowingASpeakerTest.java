package firstline.broadcast.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import firstline.broadcast.TestCity;
import firstline.broadcast.TestCity.Terminal;
import firstline.persistence.database.Sql;
import firstline.persistence.database.TestDatabase;
import firstline.persistence.requirement.Requirement;
import firstline.testkit.clock.MutableClock;
import firstline.testkit.seed.Draw;
import firstline.testkit.seed.Seeded;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnowingASpeakerTest {
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final Sql SQL = TestDatabase.keptOwner();
  private static TestCity city;

  private final MutableClock clock = MutableClock.at("2026-11-25T01:30:00Z");
  private final Tickets tickets = new Tickets(SQL, clock);

  @BeforeAll
  static void found() {
    city = TestCity.found(SQL, "951101");
  }

  private String ticket(Terminal speaker, Duration lasts) {
    return ticket(speaker, Long.toString(clock.millis() + lasts.toMillis()));
  }

  private static String ticket(Terminal speaker, String expires) {
    return "Speaker "
        + speaker.serial()
        + "."
        + expires
        + "."
        + speaker.signature("firstline-ticket\n" + speaker.serial() + "\n" + expires);
  }

  private Optional<UUID> holder(String authorization) {
    return tickets.holder(authorization).map(Tickets.Known::id);
  }

  @Test
  @Requirement("R31.3")
  void aTicketOpensTheDoorUntilItIsOver() {
    var speaker = city.speaker("TK-0001", city.code());
    var ticket = ticket(speaker, LONGEST);
    var known = tickets.holder(ticket).orElseThrow();
    assertEquals(speaker.id(), known.id());
    assertEquals(speaker.no(), known.no());
    assertEquals(speaker.audience(), known.audience());
    assertEquals(1, known.assignment());
    clock.move(LONGEST.minusMillis(1));
    assertEquals(Optional.of(speaker.id()), holder(ticket));
    clock.move(Duration.ofMillis(1));
    assertEquals(Optional.empty(), holder(ticket));
    assertEquals(Optional.empty(), new Tickets(SQL, clock).holder(ticket));
  }

  @Test
  @Requirement("R31.3")
  void aTicketThatLastsTooLongOpensNothingUntilItsLastTwoHours() {
    var speaker = city.speaker("TK-0002", city.code());
    var ticket = ticket(speaker, LONGEST.plusMillis(1));
    assertEquals(Optional.empty(), holder(ticket));
    assertEquals(Optional.empty(), holder(ticket(speaker, "999999999999999")));
    clock.move(Duration.ofMillis(1));
    assertEquals(Optional.of(speaker.id()), holder(ticket));
  }

  @Test
  @Requirement("R31.3")
  void aSerialMayHoldDots() {
    var speaker = city.speaker("TK.00.1769381400000", city.code());
    assertEquals(Optional.of(speaker.id()), holder(ticket(speaker, LONGEST)));
  }

  @Test
  @Requirement("R31.3")
  void nobodyKnocksInAnothersName() {
    var speaker = city.speaker("TK-0003", city.code());
    var other = city.speaker("TK-0004", city.code());
    var forged =
        new Terminal(
            speaker.no(), speaker.id(), speaker.serial(), speaker.audience(), other.keys());
    assertEquals(Optional.empty(), holder(ticket(forged, LONGEST)));
    assertEquals(Optional.empty(), holder(ticket(speaker, LONGEST).replace("TK-0003", "TK-0004")));
    assertEquals(Optional.empty(), holder(ticket(speaker, LONGEST).replace("TK-0003", "TK-9999")));
    var longer = ticket(speaker, Duration.ofHours(1));
    assertEquals(
        Optional.empty(),
        holder(
            longer.replace(
                Long.toString(clock.millis() + Duration.ofHours(1).toMillis()),
                Long.toString(clock.millis() + LONGEST.toMillis()))));
  }

  @Test
  @Requirement("R31.3")
  void whateverIsChangedInATicketItOpensNothing() {
    var speaker = city.speaker("TK-0005", city.code());
    var good = ticket(speaker, LONGEST);
    assertEquals(Optional.of(speaker.id()), holder(good));
    Seeded.cases(
        3_000,
        draw -> {
          var changed = changed(draw, good);
          if (!changed.equals(good)) {
            assertEquals(Optional.empty(), holder(changed), changed);
          }
        });
    for (var none :
        new String[] {null, "", "Speaker", "Speaker ", "Speaker .", "Speaker ..", "."}) {
      assertEquals(Optional.empty(), tickets.holder(none));
    }
  }

  private static String changed(Draw draw, String good) {
    var at = draw.between(0, good.length() - 1);
    return switch (draw.between(0, 3)) {
      case 0 -> good.substring(0, at);
      case 1 -> good.substring(0, at) + good.substring(at + 1);
      case 2 -> good.substring(0, at) + draw.text(1, 3) + good.substring(at);
      default ->
          good.substring(0, at)
              + (char) (good.charAt(at) ^ 1 << draw.between(0, 6))
              + good.substring(at + 1);
    };
  }

  @Test
  @Requirement("R31.3")
  void aRetiredSpeakerIsNotKnownOnceItIsForgotten() {
    var speaker = city.speaker("TK-0006", city.code());
    var ticket = ticket(speaker, LONGEST);
    assertEquals(Optional.of(speaker.id()), holder(ticket));
    city.retire(speaker);
    tickets.forget();
    assertEquals(Optional.empty(), holder(ticket));
    assertTrue(tickets.speaker("TK-0006").isEmpty());
  }

  @Test
  @Requirement("R31.3")
  void aSpeakerThatIsNotEnrolledIsNotKnown() {
    var audience = city.audience(city.code());
    SQL.update(
        """
            insert into speaker (id, version, area_code, serial, place, channel, audience_id, state,
              registered_at)
            values (?, 1, ?, 'TK-0007', '村口', 'IP', ?, 'NEW', now())
            """,
        UUID.randomUUID(),
        city.code(),
        audience);
    assertTrue(tickets.speaker("TK-0007").isEmpty());
  }

  @Test
  @Requirement("R31.3")
  void whatWasReadBeforeAChangeIsNotKnownAfterIt() throws Exception {
    var speaker = city.speaker("TK-0008", city.code());
    var hook = new AtomicReference<Runnable>(() -> {});
    var late =
        new Tickets(
            new Sql(
                (DataSource)
                    proxy(
                        DataSource.class,
                        (method, arguments) ->
                            atClose(TestDatabase.application().getConnection(), hook))),
            clock);
    // The row has been read, and then, before it is remembered:
    var forgetting = new Thread(late::forget);
    hook.set(
        () -> {
          city.retire(speaker);
          forgetting.start();
          while (forgetting.getState() == Thread.State.RUNNABLE) {
            Thread.yield();
          }
        });
    assertTrue(late.speaker("TK-0008").isPresent());
    forgetting.join();
    hook.set(() -> {});
    assertTrue(late.speaker("TK-0008").isEmpty());
  }

  private interface Call {
    @Nullable Object to(Method method, Object @Nullable [] arguments) throws Exception;
  }

  private static Object proxy(Class<?> type, Call call) {
    return Proxy.newProxyInstance(
        KnowingASpeakerTest.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call.to(method, arguments));
  }

  private static Connection atClose(Connection connection, AtomicReference<Runnable> hook) {
    return (Connection)
        proxy(
            Connection.class,
            (method, arguments) -> {
              if (method.getName().equals("close")) {
                hook.get().run();
              }
              return method.invoke(connection, arguments);
            });
  }
}
