package dev.roster.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.NativeAccess;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request of the application's own has all that the client's requests have. */
class NativeCallTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final TurnedTime time = new TurnedTime();
  private final List<String> seen = new ArrayList<>();
  private final RosterClient client =
      RosterClient.builder(driver).timeSource(time).listener(new Seen(seen)).build();

  /** Which operation of which method listeners are notified of. */
  private record Seen(List<String> seen) implements CallListener {

    @Override
    public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
      seen.add("failed " + call.operation());
    }

    @Override
    public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
      seen.add("succeeded " + call.operation() + " " + attempts);
    }

    @Override
    public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
      seen.add("ok " + attempt.operation());
    }
  }

  @AfterEach
  void close() {
    Thread.interrupted();
    client.close();
  }

  private String call(NativeAccess access) {
    return client.callNative(String.class, access, text -> text + "!");
  }

  private RosterException failure(NativeAccess access, NativeFunction<String, String> function) {
    return catchThrowableOfType(
        RosterException.class, () -> client.callNative(String.class, access, function));
  }

  @Test
  void theFunctionGetsTheNativeClientAndItsResultIsReturned() {
    assertThat(call(NativeAccess.WRITE)).isEqualTo("native!");
    assertThat(seen).containsExactly("ok NATIVE_WRITE", "succeeded callNative 1");
  }

  @Test
  @SuppressWarnings("NullAway") // It does not see through a lambda what the type argument says.
  void aFunctionCanReturnNull() {
    @Nullable String nothing =
        client.<String, @Nullable String>callNative(String.class, NativeAccess.READ, text -> null);
    assertThat(nothing).isNull();
    assertThat(seen).containsExactly("ok NATIVE_READ", "succeeded callNative 1");
  }

  @ParameterizedTest
  @CsvSource({"lost", "garbled", "notsent", "THROTTLED", "CONCURRENT_MODIFICATION", "CLOCK_SKEW"})
  void aReadIsRetriedAsOtherReadsAre(String failure) {
    driver.then(failure);
    assertThat(call(NativeAccess.READ)).isEqualTo("native!");
    assertThat(driver.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notsent", "THROTTLED", "CONCURRENT_MODIFICATION", "CLOCK_SKEW"})
  void aWriteThatSurelyChangedNothingIsRetried(String failure) {
    driver.then(failure);
    assertThat(call(NativeAccess.WRITE)).isEqualTo("native!");
    assertThat(driver.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost", "garbled"})
  void aLostWriteIsUnknownAndNeverRetried(String loss) {
    driver.then(loss);
    RosterException failure = failure(NativeAccess.WRITE, text -> text);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure)
        .hasMessageContaining("callNative of a native write with java.lang.String")
        .hasMessageContaining("may have been applied is not retried");
    assertThat(failure.operation()).isEqualTo(ClientMethod.CALL_NATIVE.methodName());
    assertThat(driver.asked()).as("no retry, and no look either").hasSize(1);
  }

  @Test
  void aWriteLostAfterAThrottledAttemptIsUnknown() {
    driver.then("THROTTLED", "lost");
    assertThat(failure(NativeAccess.WRITE, text -> text).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(driver.asked()).hasSize(2);
  }

  @Test
  void aThrottledWriteIsRetriedUntilTheDeadline() {
    driver.then("THROTTLED*");
    RosterException failure = failure(NativeAccess.WRITE, text -> text);
    assertThat(failure.code()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.attempts()).isGreaterThan(10).isEqualTo(driver.asked().size());
  }

  @ParameterizedTest
  @EnumSource
  void aConflictIsTheApplicationsToUnderstand(NativeAccess access) {
    driver.then("CONFLICT");
    assertThat(failure(access, text -> text).code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(driver.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"READ,NOT_APPLIED", "WRITE,UNKNOWN"})
  void whatTheFunctionThrowsIsUnknownAndCanBeTakenOut(NativeAccess access, Outcome outcome) {
    IllegalStateException own = new IllegalStateException("the function's own");
    RosterException failure =
        failure(
            access,
            text -> {
              throw own;
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(failure.outcome()).isEqualTo(outcome);
    assertThat(failure.unwrap(IllegalStateException.class)).containsSame(own);
    assertThat(driver.asked()).hasSize(1);
    assertThat(seen).containsExactly("failed callNative");
  }

  @Test
  void anInterruptedWriteIsUnknownAndKeepsTheFlag() {
    AtomicInteger called = new AtomicInteger();
    RosterException failure =
        failure(
            NativeAccess.WRITE,
            text -> {
              called.incrementAndGet();
              Thread.currentThread().interrupt();
              throw new IOException("the read was interrupted");
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(called).hasValue(1);
  }

  @Test
  void anotherTypeIsUnsupportedAndTheErrorNamesTheRightOne() {
    RosterException failure =
        catchThrowableOfType(
            RosterException.class,
            () -> client.callNative(Integer.class, NativeAccess.READ, number -> number));
    assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContainingAll("java.lang.Integer", "it has java.lang.String");
    assertThat(driver.asked()).isEmpty();
  }

  @Test
  void aDriverWithoutNativeCallsSaysSo() {
    MembershipDriver plain = DisguisedDriver.of(driver, Map.of());
    try (RosterClient poor = RosterClient.builder(plain).build()) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class,
              () -> poor.callNative(String.class, NativeAccess.READ, text -> text));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
      assertThat(failure).hasMessageContaining("has no native calls");
    }
  }

  @Test
  void theAsynchronousFaceMakesTheSameCall() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    var future =
        client
            .async()
            .callNative(
                String.class,
                NativeAccess.READ,
                text -> {
                  called.countDown();
                  return text;
                });
    assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(future.join()).isEqualTo("native");
    assertThat(driver.asked()).containsExactly(Operation.NATIVE_READ);
  }
}
