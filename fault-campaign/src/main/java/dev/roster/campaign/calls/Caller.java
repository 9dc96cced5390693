package dev.roster.campaign.calls;

import dev.roster.AsyncRosterClient;
import dev.roster.RosterClient;
import dev.roster.campaign.client.CallChoices;
import dev.roster.campaign.client.CampaignClient;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.weather.Dice;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one call, on this thread or another, and disturbs it where its plan says so. */
public final class Caller {

  private static final long LONGEST_CALL_SECONDS = 600;

  private final CampaignClient client;
  private final ScheduledExecutorService disturbances;
  private final CallRecord record;
  private final Dice dice;
  private final boolean disturbs;
  private boolean underWay = true;
  private boolean disturbed;

  Caller(
      CampaignClient client,
      ScheduledExecutorService disturbances,
      CallRecord record,
      Dice dice,
      boolean disturbs) {
    this.client = client;
    this.disturbances = disturbances;
    this.record = record;
    this.dice = dice;
    this.disturbs = disturbs;
  }

  /** What a call returned or threw. */
  private record Ending(@Nullable Object value, @Nullable Throwable error) {}

  /** Makes a call that has an asynchronous form. */
  <T extends @Nullable Object> CallReport call(
      Action action,
      CallChoices choices,
      Function<RosterClient, T> blocking,
      Function<AsyncRosterClient, CompletableFuture<T>> asynchronous) {
    if (choices.mode() == CallChoices.Mode.BLOCKING) {
      return call(action, choices, blocking);
    }
    AsyncRosterClient face = client.async(choices);
    return report(action, choices, () -> await(asynchronous.apply(face)));
  }

  /** Makes a call on this thread. */
  <T extends @Nullable Object> CallReport call(
      Action action, CallChoices choices, Function<RosterClient, T> blocking) {
    RosterClient view = client.view(choices);
    Thread caller = Thread.currentThread();
    if (disturbs) {
      disturb(caller::interrupt);
    }
    return report(action, choices, () -> blocking(view, blocking));
  }

  /** What ends a call. */
  private interface Body {
    Ending run() throws InterruptedException;
  }

  private CallReport report(Action action, CallChoices choices, Body body) {
    long start = client.time().nanoTime();
    Ending ending = end(body);
    long end = client.time().nanoTime();
    boolean wasDisturbed = ended();
    boolean flag = Thread.interrupted();
    return new CallReport(
        record,
        action,
        ending.value(),
        ending.error(),
        start,
        end,
        choices.deadline(),
        wasDisturbed,
        flag,
        client.isClosed(),
        choices.mode() != CallChoices.Mode.BLOCKING);
  }

  private static Ending end(Body body) {
    try {
      return body.run();
    } catch (InterruptedException impossible) {
      return new Ending(null, impossible);
    }
  }

  private static <T extends @Nullable Object> Ending blocking(
      RosterClient view, Function<RosterClient, T> call) {
    try {
      return new Ending(call.apply(view), null);
    } catch (RuntimeException | Error failure) {
      return new Ending(null, failure);
    }
  }

  private Ending await(CompletableFuture<?> future) throws InterruptedException {
    if (disturbs) {
      disturb(() -> future.cancel(true));
    }
    try {
      return new Ending(future.get(LONGEST_CALL_SECONDS, TimeUnit.SECONDS), null);
    } catch (ExecutionException failed) {
      return new Ending(null, failed.getCause());
    } catch (TimeoutException pending) {
      return new Ending(null, new AssertionError("a future stays pending", pending));
    } catch (java.util.concurrent.CancellationException cancelled) {
      record.awaitEnd(Duration.ofSeconds(LONGEST_CALL_SECONDS));
      return new Ending(null, cancelled);
    }
  }

  private void disturb(Runnable disturbance) {
    var unused =
        disturbances.schedule(
            () -> disturbOnce(disturbance), dice.below(60_000), TimeUnit.MICROSECONDS);
  }

  private synchronized void disturbOnce(Runnable disturbance) {
    if (underWay) {
      disturbed = true;
      disturbance.run();
    }
  }

  private synchronized boolean ended() {
    underWay = false;
    return disturbed;
  }
}
