package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.RosterClient;
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

/** A clock that is wrong is corrected from the response, and the call repeated once. */
class ClockSkewTest {

  private static final Duration AHEAD = Duration.ofHours(2);
  private static final Pattern SIGNED_AT = Pattern.compile("x-amz-date: (\\S+)");
  private static final String OK = SocketServer.response(200, "", OperationCase.GET.response);

  /** The SDK keeps what it learns of the service's clock for the whole JVM. */
  @AfterEach
  void forgetTheServicesClock() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  @ParameterizedTest
  @CsvSource({
    "400, RequestTimeTooSkewed, ''",
    "400, RequestExpired, ''",
    "403, RequestInTheFuture, ''",
    "400, InvalidSignatureException, Signature expired: 1 is now earlier than 2 (3 - 5 min.)",
    "403, InvalidSignatureException, Signature not yet current: 1 is still later than 2",
    "403, SignatureDoesNotMatch, Signature expired: 1 is now earlier than 2 (3 - 5 min.)"
  })
  void theSecondRequestIsSignedWithTheCorrectedTime(int status, String code, String words)
      throws Exception {
    Instant there = Instant.now().plus(AHEAD);
    try (SocketServer server = new SocketServer(refusal(status, code, words, there), OK);
        RosterClient client = client(server)) {
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
    String refusal = refusal(400, "RequestTimeTooSkewed", "", there);
    try (SocketServer server = new SocketServer(refusal, refusal, OK);
        RosterClient client = client(server)) {
      assertThat(failure(client).code()).isEqualTo(ErrorCode.CLOCK_SKEW);
      assertThat(server.requests()).hasSize(2);
    }
  }

  /** Whatever the clock says: only the service knows what it refused. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "403, AccessDeniedException, not authorized, ACCESS_DENIED",
    "400, AccessDeniedException, not authorized, ACCESS_DENIED",
    "403, InvalidSignatureException, The request signature does not match, UNAUTHENTICATED",
    "403, SignatureDoesNotMatch, '', UNAUTHENTICATED",
    "403, AuthFailure, '', UNAUTHENTICATED",
    "403, UnrecognizedClientException, Signature expired, UNAUTHENTICATED",
    "403, NeverHeardOf, '', UNKNOWN"
  })
  void aDenialUnderAWrongClockIsADenial(int status, String code, String words, ErrorCode meaning)
      throws Exception {
    for (long secondsAhead : new long[] {-7200, 0, 120, 7200}) {
      Instant there = Instant.now().plusSeconds(secondsAhead);
      try (SocketServer server = new SocketServer(refusal(status, code, words, there), OK);
          RosterClient client = client(server)) {
        assertThat(failure(client).code()).isEqualTo(meaning);
        assertThat(server.requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aProxysPageUnderAWrongClockIsNotTheServices(int status) throws Exception {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plus(AHEAD).atOffset(ZoneOffset.UTC));
    String page =
        "HTTP/1.1 %d X\r\nDate: %s\r\nContent-Length: 6\r\n\r\n<html>".formatted(status, date);
    try (SocketServer server = new SocketServer(page);
        RosterClient client = client(server)) {
      assertThat(failure(client).code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static String refusal(int status, String code, String words, Instant there) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(there.atOffset(ZoneOffset.UTC));
    return SocketServer.response(
        status,
        "Date: " + date + "\r\n",
        "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, words));
  }

  private static Instant signedAt(SocketServer server, int request) {
    Matcher header = SIGNED_AT.matcher(server.requests().get(request));
    assertThat(header.find()).isTrue();
    return DateTimeFormatter.ofPattern("yyyyMMdd't'HHmmss'z'")
        .withZone(ZoneOffset.UTC)
        .parse(header.group(1), Instant::from);
  }

  private static RosterException failure(RosterClient client) {
    return (RosterException) catchThrowable(() -> client.getMembership(OperationCase.MEMBERSHIP));
  }

  private static RosterClient client(SocketServer server) {
    return RosterClient.builder(
            AwsDrivers.builder()
                .identityStoreId(OperationCase.STORE)
                .region("eu-west-1")
                .endpoint(server.address())
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .build())
        .timeSource(new SkippingTime())
        .build();
  }
}
