package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.aws.internal.driver.UserAgent;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each operation sends, as the service's model has it. */
class WireRequestTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  @ParameterizedTest
  @EnumSource
  void sendsExactlyOneRequestOfTheDocumentedForm(OperationCase operation) throws Exception {
    SERVER.respondsWith(IdentityStoreServer.ok(operation.response));
    try (MembershipDriver driver = SERVER.driver().build()) {
      operation.call(driver, new RecordedAttempt());
    }
    assertThat(SERVER.requests()).hasSize(1);
    LoggedRequest request = SERVER.requests().get(0);
    assertThat(request.getMethod().value()).isEqualTo("POST");
    assertThat(request.getUrl()).isEqualTo("/");
    assertThat(request.getHeader("X-Amz-Target"))
        .isEqualTo("AWSIdentityStore." + operation.wireName);
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(Json.node(request.getBodyAsString())).isEqualTo(Json.node(operation.requestBody));
  }

  @ParameterizedTest
  @EnumSource
  void signsForTheServiceAndTheRegion(OperationCase operation) throws Exception {
    SERVER.respondsWith(IdentityStoreServer.ok(operation.response));
    try (MembershipDriver driver = SERVER.driver().build()) {
      operation.call(driver, new RecordedAttempt());
    }
    LoggedRequest request = SERVER.requests().get(0);
    assertThat(request.getHeader("Authorization"))
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKIAFAKEFAKEFAKEFAKE/[0-9]{8}/eu-west-1/identitystore"
                + "/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-target[a-z0-9;-]*,"
                + " Signature=[0-9a-f]{64}");
    assertThat(request.getHeader("amz-sdk-request")).isEqualTo("attempt=1; max=1");
    assertThat(request.getHeader("User-Agent")).endsWith(" " + UserAgent.VALUE);
  }

  @Test
  void sendsTheTokenOfAPageAsItCame() throws Exception {
    SERVER.respondsWith(IdentityStoreServer.ok("{\"GroupMemberships\":[]}"));
    try (MembershipDriver driver = SERVER.driver().build()) {
      ((ListsByGroup) driver)
          .listMemberships(
              OperationCase.GROUP, PageRequest.after(100, "a/b+c=:_-"), new RecordedAttempt());
      ((ListsByMember) driver)
          .listMembershipsForMember(
              OperationCase.USER, PageRequest.after(1, "a/b+c=:_-"), new RecordedAttempt());
    }
    assertThat(SERVER.requests())
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.getBodyAsString()).contains("\"NextToken\":\"a/b+c=:_-\""));
  }
}
