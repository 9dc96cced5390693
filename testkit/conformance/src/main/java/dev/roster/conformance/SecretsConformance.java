package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.spi.MembershipDriver;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the library says of itself names the request and never a secret. */
public abstract non-sealed class SecretsConformance extends ConformanceSuite {

  private static final Set<FaultKind> FAILING =
      EnumSet.of(
          FaultKind.SERVER_ERROR,
          FaultKind.REQUEST_LOST,
          FaultKind.RESPONSE_TRUNCATED,
          FaultKind.RESPONSE_GARBLED,
          FaultKind.ACCESS_DENIED,
          FaultKind.CLOCK_SKEW);

  /** For subclasses, which have nothing to construct. */
  protected SecretsConformance() {}

  @Test
  void neitherDriverNorClientShowsASecret() throws Exception {
    MembershipDriver driver = harness().openDriver();
    log().requireDiscreet("the driver's toString()", driver.toString());
    RosterClient client = newClient(driver, builder -> builder);
    log().requireDiscreet("the client's toString()", client.toString());
    assertThat(client.toString()).contains(client.provider());
  }

  static Stream<Fault> faultsThatFailACall() {
    return Stream.concat(Stream.of(Fault.throttle(HINT)), FAILING.stream().map(Fault::of));
  }

  @ParameterizedTest
  @MethodSource("faultsThatFailACall")
  void noFailureShowsASecret(Fault fault) throws Exception {
    Scene scene = newScene();
    injectFrom(Operation.GET_MEMBERSHIP, 1, 2, fault);
    RetryPolicy once = RetryPolicy.defaults().withMaxAttempts(1);
    RosterClient client =
        newClient(builder -> builder.retryPolicy(once).deadline(HINT.dividedBy(2)));
    RosterException failure = failureOf(() -> client.getMembership(scene.membershipId()));
    assertThat(failure).hasMessageContaining(failure.code().advice());
    expectRequests(Operation.GET_MEMBERSHIP, failure.attempts());
  }

  @Test
  void everyAttemptLeavesOneLine() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.THROTTLED);
    newClient().getMembership(scene.membershipId());
    assertThat(log().attempts()).hasSize(2).allMatch(line -> line.contains("getMembership"));
    assertThat(log().attempts().get(0)).contains("THROTTLED");
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }
}
