package dev.roster.campaign;

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
record CallChoices(long call, Mode mode, Duration deadline, Duration settlingTime, int pageSize) {

  /** On which threads a call runs. */
  enum Mode {
    BLOCKING,
    ASYNC,
    ASYNC_ON_OWN_THREADS
  }

  private static final List<Duration> DEADLINES =
      List.of(
          Duration.ofMillis(300),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          Duration.ofMinutes(5));
  private static final List<Duration> SETTLING =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

  static CallChoices of(long call, Dice dice, boolean patient) {
    Mode mode = dice.chance(0.6) ? Mode.BLOCKING : dice.of(List.of(Mode.values()));
    Duration deadline = dice.of(DEADLINES);
    Duration settling = dice.of(SETTLING);
    return new CallChoices(
        call,
        mode,
        patient ? DEADLINES.get(DEADLINES.size() - 1) : deadline,
        patient ? SETTLING.get(SETTLING.size() - 1) : settling,
        dice.between(1, 4));
  }

  CallChoices blocking() {
    return new CallChoices(call, Mode.BLOCKING, deadline, settlingTime, pageSize);
  }
}
