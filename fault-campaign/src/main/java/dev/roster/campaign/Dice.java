package dev.roster.campaign;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of random decisions that depends on nothing but the numbers that it was made of, so that
 * neither threads nor clocks change what a seed decides.
 */
final class Dice {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Dice of(long... parts) {
    long seed = MIX;
    for (long part : parts) {
      seed = new SplittableRandom(seed ^ (part * MIX)).nextLong();
    }
    return new Dice(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the second, both included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double fraction() {
    return random.nextDouble();
  }

  long seed() {
    return random.nextLong();
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
