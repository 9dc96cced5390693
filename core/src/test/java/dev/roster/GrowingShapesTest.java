package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.reconcile.RemovalGuard;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fields will be added to can be made by all, and never by naming every field. */
class GrowingShapesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        RetryPolicy.class,
        CallOptions.class,
        CallInfo.class,
        AttemptInfo.class,
        AttemptResult.class,
        EnsuredMembership.class,
        CheckReport.class,
        CheckFinding.class,
        RemovalGuard.class
      })
  void itIsNoRecordAndHasNoPublicConstructor(Class<?> shape) {
    assertThat(shape.isRecord()).isFalse();
    assertThat(shape).isFinal();
    assertThat(shape.getConstructors()).isEmpty();
  }

  @Test
  void testsOfListenersMakeWhatListenersGet() {
    CallInfo call =
        CallInfo.builder("memory", new IdentityStoreId("d-1"), ClientMethod.ENSURE_MEMBER)
            .callId(7)
            .correlationIds(Map.of("ticket", "T-1"))
            .build();
    assertThat(call.operation()).isEqualTo("ensureMember");
    assertThat(call.correlationIds()).containsEntry("ticket", "T-1");
    assertThat(AttemptInfo.of(call, Operation.CREATE_MEMBERSHIP, 2).number()).isEqualTo(2);
    AttemptResult failed =
        AttemptResult.failed(Duration.ofMillis(3), ErrorCode.THROTTLED)
            .withRequestId("r-1")
            .withProviderCode("SlowDown");
    assertThat(failed.requestId()).contains("r-1");
    assertThat(failed.error()).contains(ErrorCode.THROTTLED);
    assertThat(failed.providerCode()).contains("SlowDown");
    assertThat(AttemptResult.succeeded(Duration.ZERO).error()).isEmpty();
  }
}
