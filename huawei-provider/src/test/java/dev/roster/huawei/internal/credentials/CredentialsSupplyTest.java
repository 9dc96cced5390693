package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.huawei.Failing;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.OneAttempt;
import dev.roster.huawei.RawService;
import dev.roster.huawei.TurnedClock;
import dev.roster.huawei.WireOperation;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thread fetches keys for all, and no caller waits for them beyond its attempt. */
@Timeout(120)
class CredentialsSupplyTest {

  private static final int CALLERS = 64;
  private static final String TOKEN_PATH = "/meta-data/latest/api/token";
  private static final String KEYS_PATH = "/openstack/latest/securitykey";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private final TurnedClock clock = new TurnedClock(FakeService.NOW);

  private CredentialsSource metadataAt(HttpUrl address) {
    return new RefreshingCredentials(new InstanceMetadataCredentials(address, clock), clock);
  }

  private static MembershipDriver driver(HuaweiCredentialsProvider keys) {
    return SERVICE.closedAfterwards(SERVICE.builder().credentialsProvider(keys).build());
  }

  private static RosterClient client(HuaweiCredentialsProvider keys, Duration deadline) {
    return RosterClient.builder(SERVICE.builder().credentialsProvider(keys).build())
        .rateLimiter(RateLimiter.adaptive(1e9))
        .deadline(deadline)
        .build();
  }

  private static RosterException failureOf(RosterClient client) {
    return Objects.requireNonNull(
        catchThrowableOfType(RosterException.class, () -> client.getMembership(Samples.ID)),
        "the call did not fail");
  }

  private static <T> List<T> onManyThreads(Callable<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<T>> results = new ArrayList<>();
      for (int thread = 0; thread < CALLERS; thread++) {
        results.add(threads.submit(work));
      }
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertNotSent(RosterException failure, ErrorCode code) {
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  /** Says nothing until it is released, or interrupted. */
  private static final class StalledSource implements HuaweiCredentialsProvider {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

    @Override
    public HuaweiCredentials credentials() {
      times.incrementAndGet();
      thread.set(Thread.currentThread());
      asked.countDown();
      try {
        released.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
      return FakeService.KEYS;
    }

    Thread thread() {
      return Objects.requireNonNull(thread.get(), "the source was not asked");
    }
  }

  @Test
  void callersOfAStalledMetadataServiceEndByTheirDeadlinesAfterOneRequest() throws Exception {
    try (RawService stalled = RawService.stalling("");
        RosterClient client =
            client(
                metadataAt(HttpUrl.get(stalled.endpoint().toString())), Duration.ofMillis(1500))) {
      List<RosterException> failures = onManyThreads(() -> failureOf(client));

      assertThat(failures).allSatisfy(failure -> assertNotSent(failure, ErrorCode.TIMEOUT));
      assertThat(stalled.requests()).isEqualTo(1);
    }
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void callersOfAStalledSourceEndByTheirDeadlinesAfterOneAsking() throws Exception {
    StalledSource source = new StalledSource();
    try (RosterClient client = client(source, Duration.ofMillis(1500))) {
      List<RosterException> failures = onManyThreads(() -> failureOf(client));

      assertThat(failures).allSatisfy(failure -> assertNotSent(failure, ErrorCode.TIMEOUT));
      assertThat(source.times).hasValue(1);
      source.released.countDown();
    }
    assertThat(SERVICE.requests()).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitOfOneCallerAndOfNoOther() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    StalledSource source = new StalledSource();
    try (RosterClient client = client(source, Duration.ofSeconds(60))) {
      AtomicReference<@Nullable RosterException> failure = new AtomicReference<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          new Thread(
              () -> {
                failure.set(failureOf(client));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      caller.start();
      source.asked.await();
      CompletableFuture<Object> other =
          CompletableFuture.supplyAsync(() -> client.getMembership(Samples.ID));
      caller.interrupt();

      assertThat(flag.get()).as("interrupt flag").isTrue();
      assertNotSent(Objects.requireNonNull(failure.get()), ErrorCode.CANCELLED);
      source.released.countDown();
      assertThat(other.get()).isEqualTo(Samples.MEMBERSHIP);
    }
  }

  @Test
  void aCloseEndsAllWaitsAndTheThread() throws Exception {
    StalledSource source = new StalledSource();
    RosterClient client = client(source, Duration.ofSeconds(60));
    CompletableFuture<RosterException> waiting =
        CompletableFuture.supplyAsync(() -> failureOf(client));
    source.asked.await();

    client.close();

    assertNotSent(waiting.get(), ErrorCode.CLIENT_CLOSED);
    assertThat(source.thread().isDaemon()).isTrue();
    source.thread().join();
  }

  /** A thread that reads from a socket hears no interrupt by itself. */
  @Test
  void aCloseEndsTheThreadThatAsksAStalledMetadataService() throws Exception {
    try (RawService stalled = RawService.stalling("")) {
      CredentialsSource metadata = metadataAt(HttpUrl.get(stalled.endpoint().toString()));
      CompletableFuture<Thread> asking = new CompletableFuture<>();
      MembershipDriver driver =
          SERVICE
              .builder()
              .credentialsProvider(
                  () -> {
                    asking.complete(Thread.currentThread());
                    return metadata.credentials();
                  })
              .build();
      CompletableFuture<ErrorDescription> waiting =
          CompletableFuture.supplyAsync(() -> Failing.describedCall(driver, WireOperation.CREATE));
      Thread thread = asking.get();

      driver.close();

      assertThat(waiting.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(waiting.get().reach()).isEqualTo(Reach.NOT_SENT);
      thread.join();
    }
  }

  @Test
  void aDriverThatIsClosedAsksNoSource() {
    StalledSource source = new StalledSource();
    MembershipDriver driver = driver(source);
    driver.close();

    ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);

    assertThat(described.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(source.times).hasValue(0);
  }

  @Test
  void aFailingMetadataServiceIsAskedOnceForAllAndThenLeftAlone() throws Exception {
    SERVICE.server().stubFor(put(TOKEN_PATH).willReturn(aResponse().withStatus(500)));
    HttpUrl address = HttpUrl.get(SERVICE.endpoint().toString());
    try (RosterClient client = client(metadataAt(address), Duration.ofSeconds(60))) {
      List<RosterException> failures = onManyThreads(() -> failureOf(client));

      assertThat(failures)
          .allSatisfy(
              failure -> {
                assertNotSent(failure, ErrorCode.UNAUTHENTICATED);
                assertThat(failure).hasMessageContaining("failed with status 500");
              });
      assertThat(paths()).containsExactly(TOKEN_PATH);

      SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
      SERVICE.server().stubFor(put(TOKEN_PATH).willReturn(aResponse().withStatus(404)));
      SERVICE.server().stubFor(get(KEYS_PATH).willReturn(okJson(keys("2026-01-02T09:00:00Z"))));
      clock.turnBy(RefreshingCredentials.PAUSE_WITHOUT_KEYS);

      assertThat(client.getMembership(Samples.ID)).isEqualTo(Samples.MEMBERSHIP);
      assertThat(paths()).hasSize(4).contains(KEYS_PATH);
    }
  }

  private static String keys(String end) {
    return """
    {"credential":{"access":"FAKEAK","secret":"fakeSK","securitytoken":"fakeToken",
     "expires_at":"%s"}}
    """
        .formatted(end);
  }

  private static List<String> paths() {
    return SERVICE.requests().stream().map(LoggedRequest::getUrl).toList();
  }

  @Test
  void driversThatShareAFailingSourceShareItsPause() {
    SERVICE.server().stubFor(put(TOKEN_PATH).willReturn(aResponse().withStatus(500)));
    CredentialsSource shared = metadataAt(HttpUrl.get(SERVICE.endpoint().toString()));

    for (int each = 0; each < 5; each++) {
      assertThat(Failing.describedCall(driver(shared), WireOperation.GET).code())
          .isEqualTo(ErrorCode.UNAUTHENTICATED);
    }

    assertThat(paths()).containsExactly(TOKEN_PATH);
  }

  @Test
  void aSourceOfTheApplicationsThatFailsIsLeftAloneForAPause() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    AtomicInteger asked = new AtomicInteger();
    MembershipDriver driver =
        driver(
            new ApplicationCredentials(
                () -> {
                  if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("not yet");
                  }
                  return FakeService.KEYS;
                },
                nanoTime::get));
    for (int call = 0; call < 3; call++) {
      assertThat(Failing.describedCall(driver, WireOperation.GET).reach())
          .isEqualTo(Reach.NOT_SENT);
    }
    assertThat(asked).hasValue(1);

    nanoTime.addAndGet(ApplicationCredentials.PAUSE.toNanos());

    WireOperation.GET.call(driver, new OneAttempt());
    WireOperation.GET.call(driver, new OneAttempt());
    assertThat(asked).as("for every request while it responds").hasValue(3);
  }

  @ParameterizedTest
  @EnumSource
  void anErrorOfTheSourceEndsTheWait(WireOperation operation) {
    MembershipDriver driver =
        driver(
            () -> {
              throw new NoClassDefFoundError("made/up");
            });

    ErrorDescription described = Failing.describedCall(driver, operation);

    assertThat(described.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    assertThat(described.message())
        .contains("a credentials provider failed with java.lang.NoClassDefFoundError");
  }

  @Test
  void keysNearTheirEndAreUsedWhileOthersAreFetched() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    HeldSource held = new HeldSource(clock);
    RefreshingCredentials source = new RefreshingCredentials(held, clock);
    MembershipDriver driver = driver(source);
    WireOperation.GET.call(driver, new OneAttempt());
    clock.turnBy(Duration.ofMinutes(41));

    for (int call = 0; call < 5; call++) {
      WireOperation.GET.call(driver, new OneAttempt());
    }
    held.awaitSecondFetch();
    assertThat(held.fetches()).isEqualTo(2);
    held.release();
    while (!"FAKEAK2".equals(Objects.requireNonNull(source.known()).accessKey())) {
      Thread.onSpinWait();
    }
    WireOperation.GET.call(driver, new OneAttempt());

    assertThat(SERVICE.requests())
        .extracting(request -> request.getHeader("Authorization").replaceAll(",.*", ""))
        .extracting(access -> access.substring(access.length() - 7))
        .containsExactly(
            "FAKEAK1", "FAKEAK1", "FAKEAK1", "FAKEAK1", "FAKEAK1", "FAKEAK1", "FAKEAK2");
  }

  /** The longest deadline that can be asked for does not overflow. */
  @Test
  void aWaitWithoutAnEndIsPossible() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    AttemptContext endless =
        new AttemptContext() {
          @Override
          public Duration timeLeft() {
            return Duration.ofSeconds(Long.MAX_VALUE);
          }

          @Override
          public void onAbort(Runnable abort) {}

          @Override
          public void requestId(String requestId) {}
        };

    assertThat(WireOperation.GET.call(driver(() -> FakeService.KEYS), endless))
        .isEqualTo(Samples.MEMBERSHIP);
  }
}
