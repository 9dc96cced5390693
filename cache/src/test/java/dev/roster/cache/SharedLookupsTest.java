package dev.roster.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMemberships;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers that ask at the same time share one request, and none fails because of another one. */
@Timeout(60)
class SharedLookupsTest {

  private static final LookupKey<User> ADA = LookupKey.userName("ada");
  private static final Duration LONG = Duration.ofSeconds(30);

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final UserId ada = user("ada");
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store)).attemptTimeout(LONG).build();
  private final CachedEntries<UserId, User> users =
      CachedLookups.around(client).rememberAbsences(Duration.ofMinutes(1)).build().users();

  /** A call on a thread of its own. */
  private static final class Caller<T> extends FutureTask<T> {

    private final Thread thread;

    Caller(Callable<T> call) {
      super(call);
      thread = new Thread(this, "caller");
      thread.start();
    }

    void interrupt() {
      thread.interrupt();
    }
  }

  private UserId user(String name) {
    return store.users().create(Attributes.none().with("userName", name));
  }

  @AfterEach
  void close() {
    store.faults().clear();
    client.close();
  }

  /** The first look-up gets no response until the store releases it. */
  private Caller<Optional<UserId>> held() throws InterruptedException {
    store.faults().on(Operation.FIND_USER).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    Caller<Optional<UserId>> first = new Caller<>(() -> users.findId(ADA));
    assertThat(store.faults().awaitHeld(1, LONG)).isTrue();
    return first;
  }

  private void awaitJoined(int callers) {
    while (users.statistics().joined() < callers) {
      Thread.onSpinWait();
    }
  }

  private long finds() {
    return store.requests().of(Operation.FIND_USER);
  }

  private static void assertCancelled(Caller<?> caller) {
    assertThatThrownBy(caller::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RosterException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  @Test
  void manyCallersShareOneRequest() throws Exception {
    Caller<Optional<UserId>> first = held();
    List<Caller<Optional<UserId>>> others =
        IntStream.range(0, 8).mapToObj(each -> new Caller<>(() -> users.findId(ADA))).toList();
    awaitJoined(8);
    store.faults().release();
    assertThat(first.get()).contains(ada);
    for (Caller<Optional<UserId>> other : others) {
      assertThat(other.get()).contains(ada);
    }
    assertThat(finds()).isEqualTo(1);
  }

  @Test
  void aCallerThatIsInterruptedWhileItAsksFailsAlone() throws Exception {
    Caller<Optional<UserId>> first = held();
    Caller<Optional<UserId>> second = new Caller<>(() -> users.findId(ADA));
    Caller<Optional<UserId>> third = new Caller<>(() -> users.findId(ADA));
    awaitJoined(2);
    first.interrupt();
    assertCancelled(first);
    assertThat(second.get()).contains(ada);
    assertThat(third.get()).contains(ada);
    assertThat(finds()).isEqualTo(2);
  }

  @Test
  void aCallerThatIsInterruptedWhileItWaitsFailsAlone() throws Exception {
    Caller<Optional<UserId>> first = held();
    Caller<Boolean> second =
        new Caller<>(
            () -> {
              try {
                users.findId(ADA);
                return false;
              } catch (RosterException cancelled) {
                assertThat(cancelled.code()).isEqualTo(ErrorCode.CANCELLED);
                return Thread.currentThread().isInterrupted();
              }
            });
    awaitJoined(1);
    second.interrupt();
    assertThat(second.get()).isTrue();
    store.faults().release();
    assertThat(first.get()).contains(ada);
    assertThat(finds()).isEqualTo(1);
  }

  @Test
  void manyKeysWaitForWhatIsUnderWayAndAskForTheRest() throws Exception {
    UserId bob = user("bob");
    Caller<Optional<UserId>> first = held();
    Caller<List<UserId>> many =
        new Caller<>(
            () ->
                List.copyOf(
                    users.resolve(List.of(ADA, LookupKey.userName("bob"))).found().values()));
    awaitJoined(1);
    store.faults().release();
    assertThat(many.get()).containsExactly(ada, bob);
    assertThat(first.get()).contains(ada);
    assertThat(finds()).isEqualTo(2);
  }

  @Test
  void whatIsForgottenWhileItIsAskedForIsNotRemembered() throws Exception {
    Caller<Optional<UserId>> first = held();
    users.forget(ADA);
    Caller<Optional<UserId>> second = new Caller<>(() -> users.findId(ADA));
    assertThat(second.get()).contains(ada);
    users.forget(ADA);
    store.faults().release();
    assertThat(first.get()).contains(ada);
    assertThat(users.statistics().size()).isZero();
    assertThat(finds()).isEqualTo(2);
  }

  @Test
  void aWriteWhileItIsAskedForKeepsAnOldAbsenceOut() throws Exception {
    LookupKey<User> eve = LookupKey.userName("eve");
    store.faults().on(Operation.FIND_USER).next(Fault.of(FaultKind.RESPONSE_DELAYED));
    Caller<Optional<UserId>> early = new Caller<>(() -> users.findId(eve));
    assertThat(store.faults().awaitHeld(1, LONG)).isTrue();
    UserId created = users.create(UserFields.named("eve")).id();
    store.faults().release();
    early.get();
    assertThat(users.findId(eve)).contains(created);
  }
}
