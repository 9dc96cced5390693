package dev.roster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scenarios that a law of pacing must survive: a pairwise sample here, all in a profile. */
class PacingMatrixTest {

  private static final long SEED = 1;

  /** What is known to be missed; docs/decisions/adaptive-pacing.md says where and why. */
  private static final double MISSED_AT_MOST = 0.12;

  @Test
  void aPairwiseSampleKeepsTheBounds() {
    judge(pairwise());
  }

  @Test
  @Tag("pacing-matrix")
  void allScenariosKeepTheBounds() {
    judge(PacingCell.all());
  }

  private static void judge(List<PacingCell> cells) {
    List<String> broken = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (PacingCell cell : cells) {
      PacingCell.Result result =
          cell.run(ceiling -> new PacerLimiter(new AdaptiveRate(), ceiling), SEED);
      List<String> bounds = PacingBounds.missed(cell, result);
      String line = bounds + " " + cell + ": " + result;
      if (bounds.contains("ceiling")) {
        broken.add(line);
      }
      if (!bounds.isEmpty()) {
        missed.add(line);
      }
    }
    assertThat(broken).isEmpty();
    assertThat(missed).hasSizeLessThanOrEqualTo((int) (MISSED_AT_MOST * cells.size()));
  }

  /** Few cells, in which each two values of two axes meet. */
  static List<PacingCell> pairwise() {
    List<PacingCell> cells = PacingCell.all();
    Collections.shuffle(cells, new Random(SEED));
    Set<String> met = new HashSet<>();
    List<PacingCell> sample = new ArrayList<>();
    for (int atLeast = 24; atLeast > 0; atLeast /= 2) {
      for (PacingCell cell : cells) {
        Set<String> pairs = pairs(cell);
        if (pairs.stream().filter(pair -> !met.contains(pair)).count() >= atLeast) {
          met.addAll(pairs);
          sample.add(cell);
        }
      }
    }
    return sample;
  }

  private static Set<String> pairs(PacingCell cell) {
    List<?> values =
        List.of(
            "by second " + cell.bySecond(),
            "burst " + cell.burst(),
            "rate " + cell.rate(),
            "count " + cell.count(),
            cell.starts(),
            cell.callers(),
            cell.disturbance(),
            cell.extra());
    Set<String> pairs = new HashSet<>();
    for (int one = 0; one < values.size(); one++) {
      for (int other = one + 1; other < values.size(); other++) {
        pairs.add(values.get(one) + " & " + values.get(other));
      }
    }
    return pairs;
  }
}
