package dev.roster.internal.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that a law of pacing must survive: a pairwise sample here, all in a profile. */
class PacingMatrixTest {

  private static final long SEED = 1;

  /** No constant was chosen on it; one weak class was, a bucket of one call. */
  private static final long FRESH_SEED = 9_000;

  private static final int RUNS_WHERE_MISSED = 5;

  /** More than the axes have values. */
  private static final int MOST_VALUES = 64;

  /** Of all cells, those that a named weakness explains; docs/decisions/adaptive-pacing.md. */
  private static final double WEAK_AT_MOST = 0.03;

  @Test
  void aPairwiseSampleKeepsTheBounds() {
    judge(pairwise());
  }

  @Test
  @Tag("pacing-matrix")
  void allScenariosKeepTheBounds() {
    judge(PacingCell.all());
  }

  static List<PacingWeakness> excuses() {
    return PacingWeakness.ALL;
  }

  @ParameterizedTest
  @MethodSource("excuses")
  void everyExcuseIsNeeded(PacingWeakness excuse) {
    List<PacingCell.Result> runs =
        IntStream.range(0, RUNS_WHERE_MISSED)
            .parallel()
            .mapToObj(run -> run(excuse.witness(), FRESH_SEED + run))
            .toList();
    PacingCell.Result result = PacingCell.Result.mean(runs);
    assertThat(PacingBounds.missed(excuse.witness(), result))
        .as("%s: %s", excuse.witness(), result)
        .contains(excuse.bound());
    assertThat(excuse.covers(excuse.witness(), result)).as("%s", result).isTrue();
  }

  private static void judge(List<PacingCell> cells) {
    List<PacingCell.Result> results = cells.parallelStream().map(PacingMatrixTest::result).toList();
    List<String> missed = new ArrayList<>();
    List<String> weak = new ArrayList<>();
    for (int index = 0; index < cells.size(); index++) {
      PacingCell cell = cells.get(index);
      PacingCell.Result result = results.get(index);
      List<String> bounds = PacingBounds.missed(cell, result);
      String line = bounds + " " + cell + ": " + result;
      boolean explained =
          bounds.stream().allMatch(bound -> PacingWeakness.explains(bound, cell, result));
      if (!bounds.isEmpty()) {
        (explained ? weak : missed).add(line);
      }
    }
    assertThat(missed).isEmpty();
    assertThat(weak).hasSizeLessThanOrEqualTo((int) (WEAK_AT_MOST * cells.size()));
  }

  /** One run, and where it misses a bound the mean of several: a minute of few calls is chance. */
  private static PacingCell.Result result(PacingCell cell) {
    List<PacingCell.Result> runs = new ArrayList<>();
    runs.add(run(cell, FRESH_SEED));
    if (!PacingBounds.missed(cell, runs.get(0)).isEmpty()) {
      for (int again = 1; again < RUNS_WHERE_MISSED; again++) {
        runs.add(run(cell, FRESH_SEED + again));
      }
    }
    return PacingCell.Result.mean(runs);
  }

  private static PacingCell.Result run(PacingCell cell, long seed) {
    return cell.run(ceiling -> new PacerLimiter(new AdaptiveRate(), ceiling), seed);
  }

  /** Few cells, in which each two values of two axes meet. */
  static List<PacingCell> pairwise() {
    List<PacingCell> cells = PacingCell.all();
    Collections.shuffle(cells, new Random(SEED));
    Map<Object, Integer> numbers = new HashMap<>();
    List<int[]> pairs = cells.stream().map(cell -> pairs(cell, numbers)).toList();
    BitSet met = new BitSet();
    List<PacingCell> sample = new ArrayList<>();
    for (int atLeast = 24; atLeast > 0; atLeast /= 2) {
      for (int index = 0; index < cells.size(); index++) {
        int[] own = pairs.get(index);
        if (IntStream.of(own).filter(pair -> !met.get(pair)).count() >= atLeast) {
          IntStream.of(own).forEach(met::set);
          sample.add(cells.get(index));
        }
      }
    }
    return sample;
  }

  /** The pairs of the cell's values, each value by a number of its own. */
  private static int[] pairs(PacingCell cell, Map<Object, Integer> numbers) {
    int[] values =
        Stream.of(
                cell.bySecond(),
                "burst " + cell.burst(),
                "rate " + cell.rate(),
                "count " + cell.count(),
                cell.starts(),
                cell.callers(),
                cell.disturbance(),
                cell.extra())
            .mapToInt(value -> numbers.computeIfAbsent(value, fresh -> numbers.size()))
            .toArray();
    return IntStream.range(0, values.length)
        .flatMap(
            one ->
                IntStream.range(one + 1, values.length)
                    .map(other -> values[one] * MOST_VALUES + values[other]))
        .toArray();
  }
}
