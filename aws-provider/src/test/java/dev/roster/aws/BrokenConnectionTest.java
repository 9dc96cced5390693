package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that breaks before the response costs the attempt, and causes no second request. */
class BrokenConnectionTest {

  private static final String OK = SocketServer.response(200, "", OperationCase.GET.response);

  @ParameterizedTest
  @EnumSource
  void aNewConnectionThatBreaksIsNotReplaced(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer(SocketServer.HANG_UP, OK);
        MembershipDriver driver = driver(server, kind)) {
      assertThat(failure(driver))
          .returns(ErrorCode.UNAVAILABLE, ErrorDescription::code)
          .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeptConnectionThatBreaksIsNotReplaced(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer(OK, SocketServer.HANG_UP, OK);
        MembershipDriver driver = driver(server, kind)) {
      driver.getMembership(OperationCase.MEMBERSHIP, new RecordedAttempt());
      assertThat(failure(driver))
          .returns(ErrorCode.UNAVAILABLE, ErrorDescription::code)
          .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
      assertThat(server.requests()).hasSize(2);
    }
  }

  private static ErrorDescription failure(MembershipDriver driver) {
    Throwable failure =
        catchThrowable(
            () ->
                driver.createMembership(
                    OperationCase.GROUP, OperationCase.USER, new RecordedAttempt()));
    assertThat(failure).isNotNull();
    return driver.describe(failure);
  }

  private static MembershipDriver driver(SocketServer server, HttpClientKind kind) {
    return AwsDrivers.builder()
        .identityStoreId(OperationCase.STORE)
        .region("eu-west-1")
        .endpoint(server.address())
        .credentialsProvider(IdentityStoreServer.CREDENTIALS)
        .httpClientBuilder(kind.builder())
        .build();
  }
}
