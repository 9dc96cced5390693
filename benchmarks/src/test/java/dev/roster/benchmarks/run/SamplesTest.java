package dev.roster.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void theMedianIsTheOneInTheMiddleOrTheMeanOfTwo() {
    assertThat(Samples.median(List.of(9, 1, 5), Integer::doubleValue)).isEqualTo(5);
    assertThat(Samples.median(List.of(9, 1, 5, 6), Integer::doubleValue)).isEqualTo(5.5);
  }

  @Test
  void aPercentileIsAValueThatWasMeasured() {
    double[] values = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();
    assertThat(Samples.percentile(values, 0.99)).isEqualTo(198);
    assertThat(Samples.percentile(values, 1)).isEqualTo(200);
  }

  @Test
  void equalSharesAreFairAndOneThatHasAllIsNot() {
    assertThat(Samples.fairness(new double[] {5, 5, 5, 5})).isEqualTo(1);
    assertThat(Samples.fairness(new double[] {20, 0, 0, 0})).isEqualTo(0.25);
  }
}
