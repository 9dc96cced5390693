package dev.roster.campaign.client;

import dev.roster.campaign.weather.Dice;
import java.time.Duration;
import java.util.List;

/**
 * How a call is made.
 *
 * @param call its number
 * @param mode on which threads
 * @param deadline what it is allowed, on the campaign's clock
 * @param settlingTime how long it looks for what became of a write
 * @param pageSize for listings
 */
public record CallChoices(
    long call, Mode mode, Duration deadline, Duration settlingTime, int pageSize) {

  /** On which threads a call runs. */
  public enum Mode {
    BLOCKING,
    ASYNC,
    ASYNC_ON_OWN_THREADS
  }

  /** In attempts: too short for one, for a few, and for nearly all that can happen. */
  private static final List<Double> DEADLINES = List.of(0.7, 3.0, 8.0, 8.0, 25.0, 100.0, 100.0);

  private static final Duration PATIENT = Duration.ofMinutes(5);
  private static final List<Duration> SETTLING =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

  /** Twice as long as reads lag behind at the most. */
  private static final Duration LONG_SETTLING = Duration.ofSeconds(60);

  /**
   * Chooses how a call is made.
   *
   * @param attempt how long one attempt may take, on the campaign's clock
   * @param patient whether it should have all the time that it needs
   */
  public static CallChoices of(long call, Dice dice, Duration attempt, boolean patient) {
    Mode mode = dice.chance(0.6) ? Mode.BLOCKING : dice.of(List.of(Mode.values()));
    Duration deadline = Duration.ofNanos((long) (attempt.toNanos() * dice.of(DEADLINES)));
    Duration settling = dice.of(SETTLING);
    int pageSize = dice.between(1, 4);
    return patient
        ? new CallChoices(call, mode, PATIENT, LONG_SETTLING, pageSize)
        : new CallChoices(call, mode, deadline, settling, pageSize);
  }

  public CallChoices blocking() {
    return new CallChoices(call, Mode.BLOCKING, deadline, settlingTime, pageSize);
  }
}
