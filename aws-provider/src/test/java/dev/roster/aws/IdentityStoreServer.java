package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A scripted service on a loopback port. */
public final class IdentityStoreServer
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  static final String REQUEST_ID = "11111111-2222-3333-4444-555555555555";
  public static final String SECRET = "FAKE-SECRET-KEY-OF-A-TEST";
  static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAFAKEFAKEFAKEFAKE", SECRET));

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  /** A driver of this server, for one region and one set of fake keys. */
  public AwsDrivers.Builder driver() {
    return AwsDrivers.builder()
        .identityStoreId(OperationCase.STORE)
        .region("eu-west-1")
        .endpoint(address())
        .credentialsProvider(CREDENTIALS);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The responses one after the other; the last one again and again. Forgets earlier requests. */
  public void respondsWith(ResponseDefinitionBuilder... responses) {
    server.resetRequests();
    String state = Scenario.STARTED;
    for (int index = 0; index < responses.length; index++) {
      String next = index == responses.length - 1 ? state : "response " + (index + 1);
      server.stubFor(
          any(anyUrl())
              .inScenario("responses")
              .whenScenarioStateIs(state)
              .willSetStateTo(next)
              .willReturn(responses[index]));
      state = next;
    }
  }

  static ResponseDefinitionBuilder ok(String body) {
    return aResponse()
        .withStatus(200)
        .withHeader("Content-Type", "application/x-amz-json-1.1")
        .withHeader("x-amzn-RequestId", REQUEST_ID)
        .withBody(body);
  }

  static ResponseDefinitionBuilder error(int status, String code, String members) {
    return ok("{\"__type\":\"%s\"%s}".formatted(code, members)).withStatus(status);
  }

  List<LoggedRequest> requests() {
    return server.findAll(anyRequestedFor(anyUrl()));
  }
}
