package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.CreateGroupMembershipResponse;
import software.amazon.awssdk.services.identitystore.model.DescribeGroupMembershipResponse;
import software.amazon.awssdk.services.identitystore.model.GroupMembership;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;
import software.amazon.awssdk.services.identitystore.model.MemberId;
import software.amazon.awssdk.services.identitystore.model.ResourceNotFoundException;
import software.amazon.awssdk.services.identitystore.model.ResourceType;
import software.amazon.awssdk.services.identitystore.model.ThrottlingException;

/** The emulator as the official AWS client sees it. */
class AwsSdkClientTest {

  private final Emulator emulator = Emulator.start();
  private final IdentitystoreClient client = client(emulator, emulator.key());
  private final String store = emulator.store().identityStoreId().value();
  private final GroupId group = emulator.store().addGroup();
  private final UserId user = emulator.store().addUser();
  private final MemberId member = MemberId.fromUserId(user.value());

  @AfterEach
  void close() {
    SdkGlobalTime.setGlobalTimeOffset(0);
    client.close();
    emulator.close();
  }

  @Test
  void allSevenOperationsWork() {
    String id = create().membershipId();
    requireDescribed(id);
    requireFoundAndListed(id);
    assertThat(
            client
                .isMemberInGroups(
                    r -> r.identityStoreId(store).memberId(member).groupIds(group.value()))
                .results())
        .singleElement()
        .satisfies(verdict -> assertThat(verdict.membershipExists()).isTrue());
    client.deleteGroupMembership(r -> r.identityStoreId(store).membershipId(id));

    assertThat(emulator.store().membershipCount()).isZero();
    assertThat(emulator.journal()).hasSize(7).allMatch(entry -> entry.status() == 200);
  }

  private void requireDescribed(String id) {
    DescribeGroupMembershipResponse described =
        client.describeGroupMembership(r -> r.identityStoreId(store).membershipId(id));
    assertThat(described.groupId()).isEqualTo(group.value());
    assertThat(described.memberId()).isEqualTo(member);
    assertThat(described.createdAt())
        .isEqualTo(emulator.store().findMembership(group, user).createdAt().orElseThrow());
  }

  private void requireFoundAndListed(String id) {
    assertThat(
            client
                .getGroupMembershipId(
                    r -> r.identityStoreId(store).groupId(group.value()).memberId(member))
                .membershipId())
        .isEqualTo(id);
    assertThat(
            client
                .listGroupMemberships(r -> r.identityStoreId(store).groupId(group.value()))
                .groupMemberships())
        .extracting(GroupMembership::membershipId)
        .containsExactly(id);
    assertThat(
            client
                .listGroupMembershipsForMember(r -> r.identityStoreId(store).memberId(member))
                .groupMemberships())
        .extracting(GroupMembership::groupId)
        .containsExactly(group.value());
  }

  @Test
  void itsPaginatorSeesEveryMembershipOnce() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(
          emulator
              .store()
              .createMembership(group, emulator.store().addUser())
              .membershipId()
              .value());
    }

    assertThat(
            client
                .listGroupMembershipsPaginator(
                    r -> r.identityStoreId(store).groupId(group.value()).maxResults(2))
                .groupMemberships())
        .extracting(GroupMembership::membershipId)
        .containsExactlyElementsOf(made);
    assertThat(emulator.requestCount(Operation.LIST_MEMBERSHIPS)).isEqualTo(3);
  }

  @Test
  void aSecondMembershipIsAConflictWithItsReason() {
    create();

    ConflictException conflict = failure(ConflictException.class, this::create);

    assertThat(conflict.reasonAsString()).isEqualTo("UNIQUENESS_CONSTRAINT_VIOLATION");
    assertThat(conflict.statusCode()).isEqualTo(400);
    assertThat(conflict.requestId()).isEqualTo(conflict.requestIdValue()).isNotBlank();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(
            missing(
                    () ->
                        client.describeGroupMembership(
                            r -> r.identityStoreId(store).membershipId(AwsSamples.ID)))
                .resourceType())
        .isEqualTo(ResourceType.GROUP_MEMBERSHIP);
    assertThat(
            missing(
                    () ->
                        client.listGroupMemberships(
                            r -> r.identityStoreId(store).groupId(AwsSamples.ID)))
                .resourceType())
        .isEqualTo(ResourceType.GROUP);
    ResourceNotFoundException noStore =
        missing(
            () ->
                client.listGroupMemberships(
                    r -> r.identityStoreId("d-0000000000").groupId(group.value())));
    assertThat(noStore.resourceType()).isEqualTo(ResourceType.IDENTITY_STORE);
    assertThat(noStore.resourceId()).isEqualTo("d-0000000000");
  }

  @Test
  void aThrottledResponseSaysWhenToComeBackInItsBody() {
    onCreate(Fault.throttle(Duration.ofSeconds(7)));

    ThrottlingException throttled = failure(ThrottlingException.class, this::create);

    assertThat(throttled.retryAfterSeconds()).isEqualTo(7);
    assertThat(throttled.statusCode()).isEqualTo(400);
    assertThat(emulator.requestCount()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED,ThrottlingException,400,0",
    "SERVER_ERROR,InternalServerException,500,0",
    "SERVER_ERROR_AFTER_COMMIT,InternalServerException,500,1",
    "CONCURRENT_MODIFICATION,ConflictException,400,0",
    "CONFLICT,ConflictException,400,0",
    "CLOCK_SKEW,RequestExpired,400,0",
    "ACCESS_DENIED,AccessDeniedException,400,0",
    "QUOTA_EXCEEDED,ServiceQuotaExceededException,400,0",
    "PAGE_TOKEN_EXPIRED,ValidationException,400,0"
  })
  void aScriptedRefusalHasItsWireForm(FaultKind kind, String code, int status, int applied) {
    onCreate(Fault.of(kind));

    IdentitystoreException failure = failure(IdentitystoreException.class, this::create);

    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(failure.statusCode()).isEqualTo(status);
    assertThat(emulator.store().membershipCount()).isEqualTo(applied);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {
        "REQUEST_LOST",
        "RESPONSE_LOST",
        "RESPONSE_GARBLED",
        "RESPONSE_TRUNCATED",
        "CONNECTION_REFUSED"
      })
  void aBrokenResponseAppliesWhatItSays(FaultKind kind) {
    onCreate(Fault.of(kind));

    failure(SdkClientException.class, this::create);

    assertThat(emulator.store().membershipCount()).isEqualTo(kind.isApplied() ? 1 : 0);
    assertThat(emulator.requestCount()).isOne();
  }

  @Test
  void aWrongSecretAnUnknownKeyAndAWrongTimeAreRefused() {
    AccessKey key = emulator.key();

    assertThat(codeWith(AccessKey.of(key.id(), "fakeSecretThatIsWrong")))
        .isEqualTo("InvalidSignatureException");
    assertThat(codeWith(AccessKey.of("FAKEAKUNKNOWN", key.secret())))
        .isEqualTo("UnrecognizedClientException");
    assertThat(codeWith(AccessKey.temporary(key.id(), key.secret(), "fake-token")))
        .isEqualTo("UnrecognizedClientException");
    assertThat(emulator.store().requests().total()).isZero();
  }

  @Test
  void temporaryKeysAreAcceptedWithTheirToken() {
    AccessKey key = AccessKey.temporary("FAKEAKTEMPORARY", "fakeSecret", "fake-token");
    try (Emulator strict = Emulator.builder().key(key).start();
        IdentitystoreClient temporary = client(strict, key)) {
      GroupId there = strict.store().addGroup();

      assertThat(
              temporary
                  .listGroupMemberships(r -> r.identityStoreId(store).groupId(there.value()))
                  .groupMemberships())
          .isEmpty();
    }
  }

  @Test
  void aClockThatIsOffIsCorrectedByTheDateOfTheResponse() {
    ManualTime ahead = new ManualTime(Instant.now().plus(Duration.ofHours(1)));
    try (Emulator later = Emulator.builder().clock(ahead).start();
        IdentitystoreClient skewed = client(later, later.key())) {
      GroupId there = later.store().addGroup();
      ThrowingCallable call =
          () -> skewed.listGroupMemberships(r -> r.identityStoreId(store).groupId(there.value()));

      IdentitystoreException refused = failure(IdentitystoreException.class, call);

      assertThat(refused.awsErrorDetails().errorMessage()).startsWith("Signature expired");
      assertThat(catchThrowable(call)).isNull();
    }
  }

  private String codeWith(AccessKey key) {
    try (IdentitystoreClient other = client(emulator, key)) {
      return failure(
              IdentitystoreException.class,
              () ->
                  other.listGroupMemberships(r -> r.identityStoreId(store).groupId(AwsSamples.ID)))
          .awsErrorDetails()
          .errorCode();
    }
  }

  private void onCreate(Fault fault) {
    emulator.store().faults().on(Operation.CREATE_MEMBERSHIP).next(fault);
  }

  private CreateGroupMembershipResponse create() {
    return client.createGroupMembership(
        r -> r.identityStoreId(store).groupId(group.value()).memberId(member));
  }

  private static ResourceNotFoundException missing(ThrowingCallable call) {
    return failure(ResourceNotFoundException.class, call);
  }

  private static <T extends Throwable> T failure(Class<T> type, ThrowingCallable call) {
    T failure = catchThrowableOfType(type, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static IdentitystoreClient client(Emulator emulator, AccessKey key) {
    AwsCredentials credentials =
        key.token().isPresent()
            ? AwsSessionCredentials.create(key.id(), key.secret(), key.token().get())
            : AwsBasicCredentials.create(key.id(), key.secret());
    return IdentitystoreClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }
}
