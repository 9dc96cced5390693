package dev.roster.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {

  private final RetryBudget budget = new RetryBudget();

  @Test
  void aClientWhoseCallsAllFailMakesAHundredRepetitionsAndThenNone() {
    int retries = 0;
    while (budget.take(RetryBudget.COST)) {
      retries++;
    }
    assertThat(retries).isEqualTo(100);
    assertThat(budget.left()).isZero();
  }

  @Test
  void whatCannotBePaidInFullIsNotTakenAtAll() {
    while (budget.take(RetryBudget.COST)) {}
    budget.giveBack(RetryBudget.COST - 1);
    assertThat(budget.take(RetryBudget.COST)).isFalse();
    assertThat(budget.left()).isEqualTo(RetryBudget.COST - 1);
  }

  @Test
  void itNeverHoldsMoreThanItsCapacity() {
    budget.take(RetryBudget.COST);
    budget.giveBack(3 * RetryBudget.COST);
    assertThat(budget.left()).isEqualTo(RetryBudget.CAPACITY);
  }
}
