package dev.roster.campaign.calls;

import dev.roster.AsyncRosterClient;
import dev.roster.RosterClient;
import dev.roster.campaign.client.CallChoices;
import dev.roster.campaign.law.WriteReport;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.PartRecord;
import dev.roster.campaign.weather.Dice;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call that an actor is about to make.
 *
 * @param scene what all actors share
 * @param plot what the actor has to itself
 * @param caller makes the call
 * @param choices how it is made
 * @param dice what else is decided
 */
record Step(RunScene scene, Plot plot, Caller caller, CallChoices choices, Dice dice) {

  /** Makes a call that has an asynchronous form. */
  <T extends @Nullable Object> CallReport call(
      Action action,
      Function<RosterClient, T> blocking,
      Function<AsyncRosterClient, CompletableFuture<T>> asynchronous) {
    return caller.call(action, choices, blocking, asynchronous);
  }

  /** Makes a call on this thread. */
  <T extends @Nullable Object> CallReport call(Action action, Function<RosterClient, T> blocking) {
    return caller.call(action, choices, blocking);
  }

  /** Makes a call that returns nothing. */
  CallReport run(
      Action action,
      Consumer<RosterClient> blocking,
      Function<AsyncRosterClient, CompletableFuture<@Nullable Void>> asynchronous) {
    return this.<@Nullable Void>call(
        action,
        client -> {
          blocking.accept(client);
          return null;
        },
        asynchronous);
  }

  /** The same with a call on the actor's own thread. */
  Step blocking() {
    return new Step(scene, plot, caller, choices.blocking(), dice);
  }

  /** What time a write of a call had, from a start to an end. */
  WriteReport.Timing timing(
      CallReport call,
      long startNanos,
      long endNanos,
      @Nullable PartRecord part,
      boolean cutShort) {
    return new WriteReport.Timing(
        startNanos,
        endNanos,
        choices.deadline(),
        choices.settlingTime(),
        part == null ? 0 : heldUntil(part),
        cutShort || call.disturbed() || call.closed());
  }

  /** The request to wait reaches the client at the latest when the attempt that met it ends. */
  private long heldUntil(PartRecord part) {
    return part.heldUntil() + scene.attempt().toNanos();
  }
}
