package dev.roster.campaign.calls;

import dev.roster.campaign.client.CallChoices;
import dev.roster.campaign.law.CallLaw;
import dev.roster.campaign.law.SecrecyLaw;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.weather.Dice;
import dev.roster.directory.DirectoryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Makes calls one after the other on its own plot, and has each judged. One thread. */
public final class Actor implements Runnable {

  private final RunScene scene;
  private final Plot plot;
  private final long firstCall;
  private final int calls;
  private final ScheduledExecutorService disturbances;

  public Actor(
      RunScene scene, Plot plot, long firstCall, int calls, ScheduledExecutorService disturbances) {
    this.scene = scene;
    this.plot = plot;
    this.firstCall = firstCall;
    this.calls = calls;
    this.disturbances = disturbances;
  }

  @Override
  public void run() {
    for (long call = firstCall; call < firstCall + calls; call++) {
      try {
        judge(Dice.of(scene.seed(), call, 2), call);
      } catch (InterruptedException ended) {
        return;
      } catch (RuntimeException | Error mistake) {
        scene.verdicts().mistake(call, mistake);
      }
    }
  }

  private void judge(Dice dice, long call) throws InterruptedException {
    Duration stalledBefore = scene.heartbeat().stalled();
    Step step = step(dice, call);
    Judged judged = act(Action.of(dice, scene.about()), step);
    List<String> broken = new ArrayList<>(judged.broken());
    broken.addAll(SecrecyLaw.brokenBy(judged.call(), scene.ledger().entries().secrets()));
    Duration stalled = scene.heartbeat().stalled().minus(stalledBefore);
    broken.addAll(CallLaw.brokenBy(judged.call(), scene.timeFactor(), stalled));
    scene.verdicts().ended(judged.call(), broken);
  }

  private Step step(Dice dice, long call) {
    CallRecord record = scene.watch().begin(call);
    CallChoices choices = CallChoices.of(call, dice, scene.attempt(), scene.isLagging());
    boolean disturbs = dice.chance(scene.disturbance());
    Caller caller = new Caller(scene.client(), disturbances, record, dice, disturbs);
    return new Step(scene, plot, caller, choices, dice);
  }

  private static Judged act(Action action, Step step) throws InterruptedException {
    return switch (action) {
      case CREATE, ENSURE, DELETE, ENSURE_NOT, ENSURE_DELETED -> new Writes(step).make(action);
      case GET, FIND, LIST_GROUP, LIST_MEMBER, CHECK -> new Reads(step).make(action);
      case RECONCILE -> new Reconciling(step.blocking()).make();
      case BULK_ADD, BULK_REMOVE, BULK_REMOVE_MEMBERSHIPS, REMOVE_FROM_ALL ->
          new Bulks(step.blocking()).make(action);
      default ->
          step.dice().chance(0.5)
              ? entry(EntryShape.USERS, action, step)
              : entry(EntryShape.GROUPS, action, step);
    };
  }

  private static <I, E extends DirectoryEntry<I, E>> Judged entry(
      EntryShape<I, E> shape, Action action, Step step) throws InterruptedException {
    return switch (action) {
      case CREATE_ENTRY, UPDATE_ENTRY, DELETE_ENTRY -> new EntryWriting<>(step, shape).make(action);
      default -> new EntryReading<>(step, shape).make(action);
    };
  }
}
