package dev.roster.campaign.weather;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of random decisions that depends on nothing but the numbers that it was made of, so that
 * neither threads nor clocks change what a seed decides.
 */
public final class Dice {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static Dice of(long... parts) {
    long seed = MIX;
    for (long part : parts) {
      seed = new SplittableRandom(seed ^ (part * MIX)).nextLong();
    }
    return new Dice(seed);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the second, both included. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double fraction() {
    return random.nextDouble();
  }

  public long seed() {
    return random.nextLong();
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
