package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.roster.Operation;
import org.junit.jupiter.api.Test;

class RequestCounterTest {

  private final RequestCounter counter = new RequestCounter();

  @Test
  void aRequestIsTheSameUnderTheClientsAndTheServicesName() {
    counter.add(Operation.CREATE_MEMBERSHIP);
    counter.add(StoreOperation.CREATE_GROUP_MEMBERSHIP);
    counter.add(StoreOperation.CREATE_USER);

    assertThat(counter.of(Operation.CREATE_MEMBERSHIP)).isEqualTo(2);
    assertThat(counter.of(StoreOperation.CREATE_GROUP_MEMBERSHIP)).isEqualTo(2);
    assertThat(counter.of(StoreOperation.CREATE_USER)).isEqualTo(1);
    assertThat(counter.of(StoreOperation.DELETE_USER)).isZero();
    assertThat(counter.total()).isEqualTo(3);
  }

  @Test
  void countingBeginsAgainAfterAReset() {
    counter.add(StoreOperation.CREATE_USER);

    counter.reset();

    assertThat(counter.total()).isZero();
    assertThat(counter.toString()).contains("CREATE_USER=0");
  }

  @Test
  @SuppressWarnings("NullAway")
  void anOperationIsRequired() {
    assertThatNullPointerException()
        .isThrownBy(() -> counter.add((StoreOperation) null))
        .withMessageContaining("operation");
    assertThatNullPointerException()
        .isThrownBy(() -> counter.of((Operation) null))
        .withMessageContaining("operation");
  }
}
