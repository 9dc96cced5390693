package dev.roster.benchmarks.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** What is reported of several rounds. */
final class Samples {

  private Samples() {}

  static <T> double median(Collection<T> rounds, ToDoubleFunction<T> figure) {
    return percentile(rounds.stream().mapToDouble(figure).toArray(), 0.5);
  }

  static <T> double largest(Collection<T> rounds, ToDoubleFunction<T> figure) {
    return rounds.stream().mapToDouble(figure).max().orElseThrow();
  }

  /** The smallest value that is not less than a share of all; the mean of two in the middle. */
  static double percentile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = share * sorted.length;
    int index = Math.max(0, (int) Math.ceil(position) - 1);
    boolean between = position == Math.rint(position) && index + 1 < sorted.length;
    return between && share == 0.5 ? (sorted[index] + sorted[index + 1]) / 2 : sorted[index];
  }

  /** Jain's index: 1 where all shares are equal. */
  static double fairness(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    double squares = Arrays.stream(shares).map(share -> share * share).sum();
    return sum * sum / (shares.length * squares);
  }
}
