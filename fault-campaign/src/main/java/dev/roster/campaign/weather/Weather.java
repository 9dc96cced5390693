package dev.roster.campaign.weather;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the network is like during one run: which faults, how many, one by one or in rows. Decides
 * by seed and attempt alone. Immutable and thread-safe.
 */
public final class Weather implements Forecast {

  private static final Set<Fault> HARMLESS =
      EnumSet.of(Fault.NONE, Fault.CHUNK_RESPONSE, Fault.CLOSE_UNSEEN, Fault.DOUBLE_REQUEST);
  private static final List<Fault> FAULTS =
      List.of(Fault.values()).subList(1, Fault.values().length);
  private static final List<Fault> OUTAGES =
      List.of(
          Fault.LOSE_REQUEST,
          Fault.LOSE_RESPONSE,
          Fault.RESET_IN_REQUEST,
          Fault.REPLACE_UNDELIVERED,
          Fault.REPLACE_DELIVERED,
          Fault.SERVER_ERROR,
          Fault.THROTTLE,
          Fault.REFUSE_CONNECTION);
  private static final int WHOLE_CALL = 1_000;

  private final long seed;
  private final Climate climate;
  private final List<Fault> favourites;
  private final int attemptMillis;
  private final Duration lag;
  private final long calm;

  /** How faults come. */
  enum Climate {
    /** Now and then one. */
    SINGLE,
    /** Many, of any attempt. */
    STORM,
    /** Several attempts of a call in a row, then none. */
    ROWS,
    /** One kind for many calls, until the deadlines of most of them. */
    OUTAGE
  }

  private Weather(
      long seed,
      Climate climate,
      List<Fault> favourites,
      int attemptMillis,
      Duration lag,
      long calm) {
    this.seed = seed;
    this.climate = climate;
    this.favourites = favourites;
    this.attemptMillis = attemptMillis;
    this.lag = lag;
    this.calm = calm;
  }

  /** The weather of a run. */
  public static Weather of(long seed, int patience) {
    Dice dice = Dice.of(seed, 1);
    Climate climate = dice.of(List.of(Climate.values()));
    List<Fault> favourites = climate == Climate.OUTAGE ? OUTAGES : someOf(FAULTS, dice);
    Duration lag =
        dice.chance(0.2)
            ? Duration.ofMillis(dice.of(List.of(300, 2_000, 5_000, 30_000)))
            : Duration.ZERO;
    return new Weather(
        seed, climate, favourites, dice.between(30, 70) * patience, lag, dice.seed());
  }

  private static List<Fault> someOf(List<Fault> faults, Dice dice) {
    List<Fault> some = faults.stream().filter(fault -> dice.chance(0.4)).toList();
    return some.isEmpty() ? faults : some;
  }

  @Override
  public int attemptMillis() {
    return attemptMillis;
  }

  /** How far reads lag behind writes, on the campaign's clock. */
  public Duration lag() {
    return lag;
  }

  @Override
  public FaultPlan plan(AttemptKey key) {
    Dice call = Dice.of(seed, key.call(), key.part());
    Dice attempt = Dice.of(seed, key.call(), key.part(), key.attempt());
    boolean hit =
        switch (climate) {
          case SINGLE -> attempt.chance(0.12);
          case STORM -> attempt.chance(0.5);
          case ROWS -> call.chance(0.35) && key.attempt() <= lengthOfRow(call);
          case OUTAGE -> isOut(key.call()) && key.attempt() <= lengthOfRow(call);
        };
    return hit ? new FaultPlan(fault(key, attempt), attempt.seed()) : FaultPlan.NONE;
  }

  private static int lengthOfRow(Dice call) {
    return call.chance(0.12) ? WHOLE_CALL : call.of(List.of(1, 1, 2, 3, 4, 5, 6, 8));
  }

  /** Calls come in rows of forty; one row out of three meets an outage. */
  private boolean isOut(long call) {
    return Dice.of(calm, call / 40).chance(0.33);
  }

  private Fault fault(AttemptKey key, Dice attempt) {
    if (climate == Climate.OUTAGE) {
      return Dice.of(calm, key.call() / 40, 1).of(favourites);
    }
    Fault fault = attempt.of(favourites);
    return fault == Fault.ENDLESS_RESPONSE && attempt.chance(0.8) ? Fault.REPLACE_DELIVERED : fault;
  }

  /** Whether a fault takes nothing from anyone. */
  public static boolean isHarmless(Fault fault) {
    return HARMLESS.contains(fault);
  }

  @Override
  public String toString() {
    return "%s of %s, attempts of %d ms, reads %s behind"
        .formatted(climate, favourites, attemptMillis, lag);
  }
}
