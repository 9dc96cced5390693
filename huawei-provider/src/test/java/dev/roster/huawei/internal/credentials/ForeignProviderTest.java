package dev.roster.huawei.internal.credentials;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.huawei.Failing;
import dev.roster.huawei.FakeService;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.OneAttempt;
import dev.roster.huawei.TurnedClock;
import dev.roster.huawei.WireOperation;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A provider of the application can throw anything, and so can what stands behind one of ours. */
@Timeout(120)
class ForeignProviderTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  /** The checked one is what a provider in Kotlin, Scala or Groovy throws without a word. */
  static Stream<Throwable> anything() {
    return Stream.of(
        new IllegalStateException("FAKE words"),
        new NoClassDefFoundError("FAKE words"),
        new StackOverflowError("FAKE words"),
        new IOException("FAKE words"));
  }

  /** Throws one thing each time, and counts. */
  private record Throwing(Throwable thrown, AtomicInteger asked)
      implements HuaweiCredentialsProvider {

    Throwing(Throwable thrown) {
      this(thrown, new AtomicInteger());
    }

    @Override
    public HuaweiCredentials credentials() {
      asked.incrementAndGet();
      throw Throwing.<RuntimeException>unchecked(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }

  private static MembershipDriver driver(HuaweiCredentialsProvider keys) {
    return SERVICE.closedAfterwards(SERVICE.builder().credentialsProvider(keys).build());
  }

  private static void assertFailsAtOnce(MembershipDriver driver, Throwing provider) {
    for (int call = 0; call < 3; call++) {
      ErrorDescription described = Failing.describedCall(driver, WireOperation.CREATE);
      assertThat(described.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
      assertThat(described.message().orElse(""))
          .contains("a credentials provider failed with " + provider.thrown.getClass().getName())
          .doesNotContain("FAKE");
    }
    assertThat(provider.asked).as("for calls within its pause").hasValue(1);
    assertThat(SERVICE.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whateverAProviderThrowsEndsTheWaitAndIsAPause(Throwable thrown) {
    Throwing provider = new Throwing(thrown);
    assertFailsAtOnce(driver(provider), provider);
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whateverStandsBehindTemporaryKeysThrowsEndsTheWaitAndIsAPause(Throwable thrown) {
    Throwing provider = new Throwing(thrown);
    assertFailsAtOnce(
        driver(new RefreshingCredentials(provider, new TurnedClock(FakeService.NOW))), provider);
  }

  @ParameterizedTest
  @MethodSource("anything")
  void aChainGoesOnWhateverOneOfItsProvidersThrows(Throwable thrown) throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_RESPONSE));
    Throwing provider = new Throwing(thrown);
    MembershipDriver driver =
        driver(new CredentialsChain(List.of(provider, () -> FakeService.KEYS)));

    assertThat(WireOperation.GET.call(driver, new OneAttempt())).isEqualTo(Samples.MEMBERSHIP);
    assertThat(provider.asked).hasValue(1);
  }
}
