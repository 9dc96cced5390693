package dev.roster.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedTokenGuardTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 13, 16, 31, 64})
  void aCircleOfAnyLengthIsNoticedAfterAnyBeginning(int circle) {
    for (int beginning = 0; beginning <= 40; beginning++) {
      assertThat(pagesUntilNoticed(beginning, circle))
          .as("beginning %s", beginning)
          .isLessThanOrEqualTo(4 * (beginning + circle) + 2);
    }
  }

  @Test
  void aTokenThatIsTheOneJustSentIsNoticedAtOnce() {
    assertThat(new RepeatedTokenGuard("t").isRepeated("t")).isTrue();
  }

  @Test
  void tokensThatDifferGoOnForEver() {
    RepeatedTokenGuard guard = new RepeatedTokenGuard(null);
    for (int page = 0; page < 100_000; page++) {
      assertThat(guard.isRepeated("t" + page)).isFalse();
    }
  }

  private static int pagesUntilNoticed(int beginning, int circle) {
    RepeatedTokenGuard guard = new RepeatedTokenGuard(null);
    for (int page = 0; page < 10_000; page++) {
      int token = page < beginning ? page : beginning + (page - beginning) % circle;
      if (guard.isRepeated("t" + token)) {
        return page;
      }
    }
    return Integer.MAX_VALUE;
  }
}
