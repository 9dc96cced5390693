package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.StoreOperation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.AccessDeniedException;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.ConflictExceptionReason;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;
import software.amazon.awssdk.services.identitystore.model.InternalServerException;
import software.amazon.awssdk.services.identitystore.model.ResourceNotFoundException;
import software.amazon.awssdk.services.identitystore.model.ResourceType;
import software.amazon.awssdk.services.identitystore.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.identitystore.model.ThrottlingException;
import software.amazon.awssdk.services.identitystore.model.ValidationException;

/** Every documented error of every operation reaches both clients of the official SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsSdkErrorsTest {

  private static final Set<StoreOperation> COUNTED =
      EnumSet.of(
          StoreOperation.CREATE_USER,
          StoreOperation.CREATE_GROUP,
          StoreOperation.CREATE_GROUP_MEMBERSHIP,
          StoreOperation.UPDATE_USER,
          StoreOperation.UPDATE_GROUP);

  private final Map<AwsSdk, IdentitystoreClient> clients = new EnumMap<>(AwsSdk.class);
  private Emulator emulator;

  @BeforeAll
  void start() {
    emulator = Emulator.start();
    for (AwsSdk sdk : AwsSdk.values()) {
      clients.put(sdk, sdk.client(emulator));
    }
  }

  @AfterAll
  void close() {
    clients.values().forEach(IdentitystoreClient::close);
    emulator.close();
  }

  static Stream<Arguments> calls() {
    return Stream.of(AwsSdk.values())
        .flatMap(sdk -> AwsSdkCall.ALL.stream().map(call -> Arguments.of(sdk, call)));
  }

  static Stream<Arguments> writes() {
    return callsOf(
        EnumSet.copyOf(
            Stream.of(StoreOperation.values())
                .filter(each -> each.isWrite() && !each.isBatch() && !each.isAboutStores())
                .toList()));
  }

  static Stream<Arguments> countedWrites() {
    return callsOf(COUNTED);
  }

  private static Stream<Arguments> callsOf(Set<StoreOperation> operations) {
    return Stream.of(AwsSdk.values())
        .flatMap(
            sdk ->
                AwsSdkCall.ALL.stream()
                    .filter(call -> operations.contains(call.operation()))
                    .map(call -> Arguments.of(sdk, call)));
  }

  @Test
  void everyOperationThatTheSdkHasIsCalled() {
    assertThat(AwsSdkCall.ALL)
        .extracting(AwsSdkCall::operation)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(StoreOperation.values())
                .filter(each -> !each.isBatch() && !each.isAboutStores())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aMissingStoreIsNotFound(AwsSdk sdk, AwsSdkCall call) {
    ResourceNotFoundException failure =
        failure(ResourceNotFoundException.class, sdk, call, "d-0000000000");

    assertThat(failure.resourceType()).isEqualTo(ResourceType.IDENTITY_STORE);
    assertThat(failure.resourceId()).isEqualTo("d-0000000000");
    assertThat(failure.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aBrokenRuleIsInvalid(AwsSdk sdk, AwsSdkCall call) {
    ValidationException failure = failure(ValidationException.class, sdk, call, "no store id");

    assertThat(failure.awsErrorDetails().errorMessage()).contains("'identityStoreId'");
    assertThat(failure.statusCode()).isEqualTo(400);
    assertThat(failure.requestIdValue()).isEqualTo(failure.requestId()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void accessCanBeDenied(AwsSdk sdk, AwsSdkCall call) {
    spoil(call, Fault.of(FaultKind.ACCESS_DENIED));

    assertThat(failure(AccessDeniedException.class, sdk, call).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void aThrottledCallSaysWhenToComeBack(AwsSdk sdk, AwsSdkCall call) {
    spoil(call, Fault.throttle(Duration.ofSeconds(7)));

    ThrottlingException failure = failure(ThrottlingException.class, sdk, call);

    assertThat(failure.retryAfterSeconds()).isEqualTo(7);
    assertThat(failure.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void theServiceCanFail(AwsSdk sdk, AwsSdkCall call) {
    spoil(call, Fault.fail(Duration.ofSeconds(9)));

    InternalServerException failure = failure(InternalServerException.class, sdk, call);

    assertThat(failure.retryAfterSeconds()).isEqualTo(9);
    assertThat(failure.statusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aWriteCanMeetAnother(AwsSdk sdk, AwsSdkCall call) {
    spoil(call, Fault.of(FaultKind.CONCURRENT_MODIFICATION));

    assertThat(failure(ConflictException.class, sdk, call).reason())
        .isEqualTo(ConflictExceptionReason.CONCURRENT_MODIFICATION);
  }

  @ParameterizedTest
  @MethodSource("countedWrites")
  void aQuotaCanBeUsedUp(AwsSdk sdk, AwsSdkCall call) {
    spoil(call, Fault.of(FaultKind.QUOTA_EXCEEDED));

    assertThat(failure(ServiceQuotaExceededException.class, sdk, call).statusCode()).isEqualTo(400);
  }

  private void spoil(AwsSdkCall call, Fault fault) {
    emulator.store().faults().on(call.operation()).next(fault);
  }

  private <T extends IdentitystoreException> T failure(Class<T> type, AwsSdk sdk, AwsSdkCall call) {
    return failure(type, sdk, call, AwsSamples.STORE);
  }

  private <T extends IdentitystoreException> T failure(
      Class<T> type, AwsSdk sdk, AwsSdkCall call, String store) {
    T failure = catchThrowableOfType(type, () -> call.action().accept(clients.get(sdk), store));
    assertThat(failure).isNotNull();
    return failure;
  }
}
