package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.Capability;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.NativeAccess;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.memory.internal.driver.MemoryDriver;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.ProviderUri;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryDriverTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final MemoryDriver driver = new MemoryDriver(store);
  private final GroupId group = store.addGroup();
  private final UserId user = store.addUser();
  private final RecordingAttempt attempt = new RecordingAttempt();

  @Test
  void eachCallIsOneCountedRequest() throws Exception {
    Membership made = driver.createMembership(group, user, attempt);

    assertThat(driver.getMembership(made.membershipId(), attempt)).isEqualTo(made);
    assertThat(driver.findMembership(group, user, attempt)).isEqualTo(made);
    assertThat(driver.listMemberships(group, PageRequest.first(1), attempt).items())
        .containsExactly(made);
    assertThat(driver.listMembershipsForMember(user, PageRequest.first(1), attempt).items())
        .containsExactly(made);
    assertThat(driver.isMemberInGroups(user, List.of(group), attempt)).containsEntry(group, true);
    driver.deleteMembership(made.membershipId(), attempt);

    driver.addMembers(group, List.of(user), attempt);
    driver.removeMembers(group, List.of(user), attempt);

    assertThat(Operation.values())
        .filteredOn(each -> each.about() == Resource.MEMBERSHIP)
        .allSatisfy(each -> assertThat(requests(each)).isOne());
    assertThat(store.requests().total()).isEqualTo(9);
    assertThat(attempt.requestIds).hasSize(9).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED,THROTTLED,REFUSED,0",
    "REQUEST_LOST,UNAVAILABLE,MAYBE_APPLIED,0",
    "RESPONSE_LOST,UNAVAILABLE,MAYBE_APPLIED,1",
    "SERVER_ERROR,UNAVAILABLE,MAYBE_APPLIED,0",
    "SERVER_ERROR_AFTER_COMMIT,UNAVAILABLE,MAYBE_APPLIED,1",
    "RESPONSE_GARBLED,INVALID_RESPONSE,MAYBE_APPLIED,1",
    "RESPONSE_TRUNCATED,UNAVAILABLE,MAYBE_APPLIED,1",
    "PAGE_TOKEN_EXPIRED,INVALID_PAGE_TOKEN,REFUSED,0",
    "CONCURRENT_MODIFICATION,CONCURRENT_MODIFICATION,REFUSED,0",
    "CONFLICT,CONFLICT,REFUSED,0",
    "CLOCK_SKEW,CLOCK_SKEW,REFUSED,0",
    "ACCESS_DENIED,ACCESS_DENIED,REFUSED,0",
    "QUOTA_EXCEEDED,QUOTA_EXCEEDED,REFUSED,0",
    "CONNECTION_REFUSED,UNAVAILABLE,NOT_SENT,0",
  })
  void aFaultIsDescribedAndAppliesWhatItSays(
      FaultKind kind, ErrorCode code, Reach reach, int applied) {
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(kind));

    ErrorDescription said = failureOfCreate();

    assertThat(said.code()).isEqualTo(code);
    assertThat(said.reach()).isEqualTo(reach);
    assertThat(store.membershipCount()).isEqualTo(applied);
    assertThat(requests(Operation.CREATE_MEMBERSHIP)).isOne();
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT", "RESPONSE_GARBLED"})
  void aLostResponseAlsoHidesARefusal(FaultKind kind) {
    store.createMembership(group, user);
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(kind));

    assertThat(failureOfCreate().reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void aThrottledResponseSaysWhenToComeBackIfAsked() {
    store
        .faults()
        .on(Operation.CREATE_MEMBERSHIP)
        .next(Fault.throttle(Duration.ofSeconds(7)), Fault.throttle());

    assertThat(failureOfCreate().retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failureOfCreate().retryAfter()).isEmpty();
  }

  @Test
  void aRepeatedTokenIsTheOneThatWasAskedWith() throws Exception {
    store.createMembership(group, user);
    store.createMembership(group, store.addUser());
    store.faults().on(Operation.LIST_MEMBERSHIPS).always(Fault.of(FaultKind.PAGE_TOKEN_REPEATED));

    RawPage<Membership> first = driver.listMemberships(group, PageRequest.first(1), attempt);
    String token = first.nextToken().orElseThrow();

    assertThat(driver.listMemberships(group, PageRequest.after(1, token), attempt).nextToken())
        .contains(token);
  }

  @Test
  void aCheckCanLackTheLastGroup() throws Exception {
    GroupId other = store.addGroup();
    store.faults().on(Operation.IS_MEMBER_IN_GROUPS).next(Fault.of(FaultKind.GROUP_LEFT_OUT));

    assertThat(driver.isMemberInGroups(user, List.of(group, other), attempt))
        .containsOnlyKeys(group);
  }

  @Test
  void aCheckOfMoreGroupsThanAllowedIsRefused() {
    Throwable failure =
        catchThrowable(
            () -> driver.isMemberInGroups(user, Collections.nCopies(101, group), attempt));

    assertThat(driver.describe(failure).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void aSlowResponseComesWhenItIsReleased() throws Exception {
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<Membership> call =
          caller.submit(() -> driver.createMembership(group, user, new RecordingAttempt()));
      assertThat(store.faults().awaitHeld(1, Duration.ofMinutes(1))).isTrue();
      assertThat(store.membershipCount()).isOne();

      store.faults().release();

      assertThat(call.get().groupId()).isEqualTo(group);
    } finally {
      caller.shutdownNow();
    }
  }

  @Test
  void anAbortEndsASlowResponse() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    attempt.abortAtOnce = true;

    ErrorDescription said = failureOfCreate();

    assertThat(said.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(said.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void anInterruptEndsASlowResponseAndKeepsTheFlag() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> driver.createMembership(group, user, attempt));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void itClaimsEveryCapabilityAndGivesItsStoreOut() {
    try (RosterClient client = RosterClient.builder(driver).build()) {
      assertThat(client.capabilities()).containsExactlyInAnyOrder(Capability.values());
    }
    assertThat(driver.unwrap(MemoryIdentityStore.class)).containsSame(store);
    assertThat(driver.unwrap(String.class)).isEmpty();
  }

  @Test
  void aNativeCallGetsTheStoreBehindTheWire() {
    store.faults().onAnyOperation().always(Fault.of(FaultKind.SERVER_ERROR));
    try (RosterClient client = RosterClient.builder(driver).build()) {
      GroupId made =
          client.callNative(
              MemoryIdentityStore.class, NativeAccess.WRITE, MemoryIdentityStore::addGroup);
      assertThat(made).isNotNull();
    }
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void anUnknownFailureMayHaveBeenApplied() {
    ErrorDescription said = driver.describe(new IllegalStateException("made up"));

    assertThat(said.code()).isEqualTo(ErrorCode.UNKNOWN);
    assertThat(said.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void aTypoInAStoresNameCanBeMadeAnError() {
    DriverFactory factory = memoryFactory();
    MemoryIdentityStore.named("there-already");
    try (MembershipDriver opened = factory.open(uri("there-already", Map.of("existing", "true")))) {
      assertThat(opened.identityStoreId()).isEqualTo(new IdentityStoreId("there-already"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> factory.open(uri("there-alredy", Map.of("existing", "true"))))
          .withMessageContaining("memory://there-alredy")
          .withMessageContaining("there-already");
      assertThat(MemoryIdentityStore.names()).doesNotContain("there-alredy");
    } finally {
      MemoryIdentityStore.forget("there-already");
    }
  }

  @Test
  void theSchemeOpensTheNamedStore() {
    DriverFactory factory = memoryFactory();
    try (MembershipDriver opened = factory.open(uri("opened-by-name", Map.of()))) {
      assertThat(opened.unwrap(MemoryIdentityStore.class))
          .containsSame(MemoryIdentityStore.named("opened-by-name"));
      assertThat(opened.provider()).isEqualTo("memory");
    } finally {
      MemoryIdentityStore.forget("opened-by-name");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.open(uri("x", Map.of("colour", "blue"))))
        .withMessageContaining("colour");
  }

  private static DriverFactory memoryFactory() {
    return ServiceLoader.load(DriverFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.scheme().equals("memory"))
        .findFirst()
        .orElseThrow();
  }

  private long requests(Operation operation) {
    return store.requests().of(operation);
  }

  private ErrorDescription failureOfCreate() {
    return driver.describe(catchThrowable(() -> driver.createMembership(group, user, attempt)));
  }

  private static final class RecordingAttempt implements AttemptContext {

    private final List<String> requestIds = new ArrayList<>();
    private boolean abortAtOnce;

    @Override
    public Duration timeLeft() {
      return Duration.ofMinutes(1);
    }

    @Override
    public void onAbort(Runnable abort) {
      if (abortAtOnce) {
        abort.run();
      }
    }

    @Override
    public void requestId(String requestId) {
      requestIds.add(requestId);
    }
  }

  private static ProviderUri uri(String store, Map<String, String> parameters) {
    return ProviderUri.of("memory", new IdentityStoreId(store), parameters);
  }
}
