package dev.roster.aws.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.aws.AwsDrivers;
import dev.roster.aws.OperationCase;
import dev.roster.aws.SocketServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** One look for credentials serves all who wait, and ends for each of them as its call does. */
@Timeout(30)
class SharedCredentialsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final AwsCredentialsIdentity KEYS = AwsBasicCredentials.create("AKIA", "FAKE");

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final AtomicInteger looks = new AtomicInteger();

  @AfterEach
  void forgetTheSource() {
    System.clearProperty("aws.containerCredentialsFullUri");
    System.clearProperty("aws.sharedCredentialsFile");
    System.clearProperty("aws.configFile");
  }

  @Test
  void aFailingSourceIsAskedOnceForAllWhoWaitAndLeftAloneForAPause() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SharedCredentials shared =
        shared(
            () -> {
              await(release);
              throw new IllegalStateException("the source is down");
            });
    List<CompletableFuture<AwsCredentialsIdentity>> waiting =
        IntStream.range(0, 64).mapToObj(caller -> resolve(shared)).toList();
    release.countDown();
    for (CompletableFuture<AwsCredentialsIdentity> each : waiting) {
      assertThatThrownBy(each::get).isInstanceOf(ExecutionException.class);
    }
    assertThatThrownBy(resolve(shared)::get).hasMessageContaining("the source is down");
    assertThat(looks).hasValue(1);
    nanos.addAndGet(SharedCredentials.PAUSE.toNanos());
    assertThatThrownBy(resolve(shared)::get).hasMessageContaining("the source is down");
    assertThat(looks).hasValue(2);
  }

  @Test
  void credentialsServeForAWhileAndAreThenLookedForAgain() throws Exception {
    SharedCredentials shared = shared(() -> KEYS);
    for (int call = 0; call < 10; call++) {
      assertThat(resolve(shared).get()).isSameAs(KEYS);
    }
    assertThat(looks).hasValue(1);
    nanos.addAndGet(SharedCredentials.REUSED.toNanos());
    resolve(shared).get();
    assertThat(looks).hasValue(2);
  }

  @Test
  void aSourceThatFailsDoesNotTakeGoodCredentialsAway() throws Exception {
    SharedCredentials shared = shared(firstThenFailing(KEYS));
    resolve(shared).get();
    nanos.addAndGet(SharedCredentials.REUSED.toNanos());
    assertThat(resolve(shared).get()).isSameAs(KEYS);
    nanos.addAndGet(SharedCredentials.KEPT_WITHOUT_SOURCE.toNanos());
    assertThatThrownBy(resolve(shared)::get).hasMessageContaining("gone");
    assertThat(looks).hasValue(3);
  }

  /** As the SDK's own providers: one caller waits for others, and no good ones are taken away. */
  @Test
  void aSourceThatHangsDoesNotTakeGoodCredentialsAway() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    SharedCredentials shared =
        shared(
            () -> {
              if (looks.get() > 1) {
                await(release);
              }
              return KEYS;
            });
    resolve(shared).get();
    nanos.addAndGet(SharedCredentials.REUSED.toNanos());
    CompletableFuture<AwsCredentialsIdentity> looking = resolve(shared);
    assertThat(looking).isNotDone();
    assertThat(resolve(shared)).isCompletedWithValue(KEYS);
    nanos.addAndGet(SharedCredentials.KEPT_WITHOUT_SOURCE.toNanos());
    assertThat(resolve(shared)).as("after a while they count no more").isSameAs(looking);
    release.countDown();
    assertThat(looking.get()).isSameAs(KEYS);
    assertThat(looks).hasValue(2);
  }

  @Test
  void credentialsThatHaveEndedAreNotKept() throws Exception {
    AwsCredentialsIdentity ending =
        AwsSessionCredentials.builder()
            .accessKeyId("AKIA")
            .secretAccessKey("FAKE")
            .sessionToken("FAKE")
            .expirationTime(NOW.plusSeconds(5))
            .build();
    SharedCredentials shared = shared(firstThenFailing(ending));
    resolve(shared).get();
    nanos.addAndGet(SharedCredentials.REUSED.toNanos());
    assertThatThrownBy(resolve(shared)::get).hasMessageContaining("gone");
  }

  @Test
  void aClosedOneLooksNoMore() {
    SharedCredentials shared = shared(() -> KEYS);
    shared.close();
    assertThatThrownBy(resolve(shared)::get).hasMessageContaining("closed");
    assertThat(looks).hasValue(0);
  }

  @Test
  void theDeadlineEndsAWaitForCredentials() throws Exception {
    try (SocketServer source = new SocketServer();
        RosterClient client = client(source, Duration.ofMillis(500))) {
      RosterException failure = create(client);
      assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void anInterruptEndsAWaitForCredentials() throws Exception {
    try (SocketServer source = new SocketServer();
        RosterClient client = client(source, Duration.ofMinutes(5))) {
      FutureTask<RosterException> call =
          new FutureTask<>(
              () -> {
                RosterException failure = create(client);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return failure;
              });
      Thread caller = new Thread(call);
      caller.start();
      source.awaitHeldRequest();
      caller.interrupt();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }

  @Test
  void closingTheClientEndsAWaitForCredentials() throws Exception {
    try (SocketServer source = new SocketServer()) {
      RosterClient client = client(source, Duration.ofMinutes(5));
      CompletableFuture<RosterException> call = CompletableFuture.supplyAsync(() -> create(client));
      source.awaitHeldRequest();
      client.close();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(source.requests()).hasSize(1);
    }
  }

  private SharedCredentials shared(Supplier<AwsCredentialsIdentity> source) {
    return new SharedCredentials(
        () -> {
          looks.incrementAndGet();
          return source.get();
        },
        nanos::get,
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Supplier<AwsCredentialsIdentity> firstThenFailing(AwsCredentialsIdentity first) {
    return () -> {
      if (looks.get() == 1) {
        return first;
      }
      throw new IllegalStateException("gone");
    };
  }

  private static CompletableFuture<AwsCredentialsIdentity> resolve(SharedCredentials shared) {
    return shared.resolveIdentity(ResolveIdentityRequest.builder().build());
  }

  /** The default chain of a machine on which only a container's endpoint could have keys. */
  private static RosterClient client(SocketServer source, Duration deadline) {
    System.setProperty("aws.containerCredentialsFullUri", source.address() + "/keys");
    System.setProperty("aws.sharedCredentialsFile", "/nowhere/credentials");
    System.setProperty("aws.configFile", "/nowhere/config");
    return RosterClient.builder(
            AwsDrivers.builder()
                .identityStoreId(OperationCase.STORE)
                .region("eu-west-1")
                .endpoint(source.address())
                .build())
        .attemptTimeout(deadline)
        .deadline(deadline)
        .build();
  }

  private static RosterException create(RosterClient client) {
    return (RosterException)
        catchThrowable(() -> client.createMembership(OperationCase.GROUP, OperationCase.USER));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
