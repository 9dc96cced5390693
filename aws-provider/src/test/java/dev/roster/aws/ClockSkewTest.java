package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** A clock that is wrong is corrected from the reply, and the call repeated once. */
class ClockSkewTest {

  private static final Duration AHEAD = Duration.ofHours(2);
  private static final Pattern SIGNED_AT = Pattern.compile("x-amz-date: (\\S+)");
  private static final String OK = SocketServer.reply(200, "", OperationCase.GET.reply);

  /** The SDK keeps what it learns of the service's clock for the whole JVM. */
  @AfterEach
  void forgetTheServicesClock() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  @ParameterizedTest
  @CsvSource({
    "400, RequestTimeTooSkewed",
    "400, RequestExpired",
    "400, RequestInTheFuture",
    "400, InvalidSignatureException",
    "400, SignatureDoesNotMatch",
    "403, AuthFailure",
    "403, NeverHeardOf"
  })
  void theSecondRequestIsSignedWithTheCorrectedTime(int status, String code) throws Exception {
    Instant there = Instant.now().plus(AHEAD);
    try (SocketServer server = new SocketServer(refusal(status, code, there), OK);
        MembershipClient client = client(server)) {
      assertThat(client.getMembership(OperationCase.MEMBERSHIP).membershipId())
          .isEqualTo(OperationCase.MEMBERSHIP);
      assertThat(server.requests()).hasSize(2);
      assertThat(signedAt(server, 0)).isBefore(there.minus(Duration.ofHours(1)));
      assertThat(signedAt(server, 1)).isAfter(there.minus(Duration.ofMinutes(1)));
    }
  }

  @Test
  void aCorrectionThatDoesNotHelpIsNotTriedAgain() throws Exception {
    Instant there = Instant.now().plus(AHEAD);
    String refusal = refusal(400, "RequestTimeTooSkewed", there);
    try (SocketServer server = new SocketServer(refusal, refusal, OK);
        MembershipClient client = client(server)) {
      assertThat(failure(client).code()).isEqualTo(ErrorCode.CLOCK_SKEW);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 120})
  void aBadSignatureUnderARightClockIsFinal(long secondsAhead) throws Exception {
    Instant there = Instant.now().plusSeconds(secondsAhead);
    try (SocketServer server =
            new SocketServer(refusal(400, "InvalidSignatureException", there), OK);
        MembershipClient client = client(server)) {
      assertThat(failure(client).code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static String refusal(int status, String code, Instant there) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(there.atOffset(ZoneOffset.UTC));
    return SocketServer.reply(status, "Date: " + date + "\r\n", "{\"__type\":\"" + code + "\"}");
  }

  private static Instant signedAt(SocketServer server, int request) {
    Matcher header = SIGNED_AT.matcher(server.requests().get(request));
    assertThat(header.find()).isTrue();
    return DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'")
        .withZone(ZoneOffset.UTC)
        .parse(header.group(1), Instant::from);
  }

  private static RosterException failure(MembershipClient client) {
    return (RosterException) catchThrowable(() -> client.getMembership(OperationCase.MEMBERSHIP));
  }

  private static MembershipClient client(SocketServer server) {
    return MembershipClient.builder(
            AwsMemberships.builder()
                .identityStoreId(OperationCase.STORE)
                .region("eu-west-1")
                .endpoint(server.address())
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .build())
        .timeSource(new SkippingTime())
        .build();
  }
}
