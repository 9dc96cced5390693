package dev.roster.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Makes calls one after the other on its own plot, and has each judged. One thread. */
final class Actor implements Runnable {

  private final RunScene scene;
  private final Plot plot;
  private final long firstCall;
  private final int calls;
  private final ScheduledExecutorService disturbances;

  Actor(
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
      Dice dice = Dice.of(scene.seed(), call, 2);
      try {
        judge(dice, call);
      } catch (InterruptedException ended) {
        return;
      } catch (RuntimeException | Error mistake) {
        scene.tally().mistake(call, mistake);
      }
    }
  }

  private void judge(Dice dice, long call) throws InterruptedException {
    CallRecord record = scene.watch().begin(call);
    CallChoices choices = CallChoices.of(call, dice, scene.attempt(), scene.isLagging());
    Caller caller =
        new Caller(scene.client(), disturbances, record, dice, dice.chance(scene.disturbance()));
    Action action = Action.of(dice);
    Judged judged = act(action, caller, choices, dice);
    List<String> broken = new ArrayList<>(judged.broken());
    broken.addAll(CallLaw.brokenBy(judged.call(), scene.timeFactor()));
    scene.tally().ended(judged.call(), broken);
  }

  private Judged act(Action action, Caller caller, CallChoices choices, Dice dice)
      throws InterruptedException {
    return switch (action) {
      case CREATE, ENSURE, ADD, DELETE, ENSURE_NOT, REMOVE ->
          new Writes(scene, plot, caller, choices, dice).make(action);
      case GET, FIND, LIST_GROUP, LIST_MEMBER, CHECK ->
          new Reads(scene, plot, caller, choices, dice).make(action);
      default -> new Bulks(scene, plot, caller, choices.blocking(), dice).make(action);
    };
  }
}
