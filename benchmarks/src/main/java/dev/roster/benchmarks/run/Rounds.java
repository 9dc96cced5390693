package dev.roster.benchmarks.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What several rounds came to.
 *
 * @param <K> what was measured
 * @param <R> what one round came to
 */
final class Rounds<K, R> {

  private final Map<K, List<R>> results = new LinkedHashMap<>();

  void add(K of, R result) {
    results.computeIfAbsent(of, key -> new ArrayList<>()).add(result);
  }

  /** What was measured, in the order of the first round. */
  Set<K> contenders() {
    return results.keySet();
  }

  R last(K of) {
    List<R> rounds = of(of);
    return rounds.get(rounds.size() - 1);
  }

  private List<R> of(K contender) {
    return results.getOrDefault(contender, List.of());
  }

  double median(K of, ToDoubleFunction<R> figure) {
    return Samples.median(of(of), figure);
  }

  /** The median of one, over that of the other. */
  double ratio(K of, K to, ToDoubleFunction<R> figure) {
    return median(of, figure) / median(to, figure);
  }

  /** The largest of the medians of some. */
  double largest(Predicate<K> among, ToDoubleFunction<R> figure) {
    return results.keySet().stream()
        .filter(among)
        .mapToDouble(contender -> median(contender, figure))
        .max()
        .orElseThrow();
  }
}
