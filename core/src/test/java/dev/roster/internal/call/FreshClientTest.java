package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.spi.AttemptContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A client that has seen no limit yet, whose first response does not come at once. */
class FreshClientTest {

  private static final CallOptions SHORT =
      CallOptions.defaults().withDeadline(Duration.ofMillis(50));

  private static final int PLACES = 2;

  private final CountDownLatch sent = new CountDownLatch(PLACES);
  private final CountDownLatch response = new CountDownLatch(1);
  private final ScriptedDriver driver = new ScriptedDriver().then(this::answer).then(this::answer);
  private final TimeWithAnEvent time = new TimeWithAnEvent();
  private final RosterClient client = RosterClient.builder(driver).timeSource(time).build();

  private Object answer(AttemptContext attempt) throws InterruptedException {
    sent.countDown();
    response.await();
    return MEMBERSHIP;
  }

  /** All places are taken, by calls that get no response yet. */
  private CompletableFuture<?> takeAllPlaces() throws InterruptedException {
    CompletableFuture<?>[] calls = new CompletableFuture<?>[PLACES];
    for (int call = 0; call < PLACES; call++) {
      calls[call] = client.async().createMembership(GROUP, USER);
    }
    sent.await();
    return CompletableFuture.allOf(calls);
  }

  /** During the first wait something happens. */
  private static final class TimeWithAnEvent implements TimeSource {

    private final TurnedTime time = new TurnedTime();
    private Runnable event = () -> {};

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
      event.run();
      return end.getCount() == 0 || time.await(end, duration);
    }
  }

  @Test
  void aCallThatFindsNoPlaceMayStillBeInTime() throws Exception {
    try (client) {
      CompletableFuture<?> first = takeAllPlaces();
      time.event =
          () -> {
            response.countDown();
            first.join();
          };
      assertThat(client.with(SHORT).createMembership(GROUP, USER)).isEqualTo(MEMBERSHIP);
    }
    assertThat(time.time.waits()).isEmpty();
  }

  @Test
  void aCallThatFindsNoPlaceWaitsForItsDeadlineAndNoLonger() throws Exception {
    try (client) {
      CompletableFuture<?> first = takeAllPlaces();
      RosterException error =
          catchThrowableOfType(
              RosterException.class, () -> client.with(SHORT).createMembership(GROUP, USER));
      assertThat(error.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(error.outcome()).isEqualTo(Outcome.NOT_SENT);
      response.countDown();
      first.join();
    }
    assertThat(time.time.waits().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(50));
    assertThat(driver.asked()).hasSize(PLACES);
  }
}
