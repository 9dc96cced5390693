package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.IdentityStoreId;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service on loopback, the drivers that talk to it, and every request that reached it. */
public final class FakeService implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  static final IdentityStoreId STORE = new IdentityStoreId("d-1234567890");
  public static final HuaweiCredentials KEYS =
      HuaweiCredentials.of("FAKEAK00EXAMPLE00001", "fakeSecretKeyForTestsOnly01");
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  static final ResponseDefinitionBuilder CONFLICT =
      aResponse().withStatus(409).withBody("{\"error_code\":\"IIC.1999\",\"error_msg\":\"there\"}");
  static final ResponseDefinitionBuilder NOT_FOUND =
      aResponse().withStatus(404).withBody("{\"error_code\":\"IIC.404\",\"error_msg\":\"gone\"}");
  static final ResponseDefinitionBuilder LOST =
      aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private final List<MembershipDriver> drivers = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    drivers.forEach(MembershipDriver::close);
    drivers.clear();
    List<LoggedRequest> unmatched = server.findAllUnmatchedRequests();
    server.resetAll();
    assertThat(unmatched).as("requests that the test did not expect").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  public WireMockServer server() {
    return server;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  public HuaweiDrivers.Builder builder() {
    return HuaweiDrivers.builder()
        .identityStoreId(STORE)
        .endpoint(endpoint())
        .credentials(KEYS)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** A driver that is closed after the test. */
  public MembershipDriver driver() {
    return closedAfterwards(builder().build());
  }

  public ListsByGroup listing() {
    return (ListsByGroup) driver();
  }

  public MembershipDriver closedAfterwards(MembershipDriver driver) {
    drivers.add(driver);
    return driver;
  }

  /** Responds to everything in the same way. */
  public void respondsWith(ResponseDefinitionBuilder response) {
    server.stubFor(any(anyUrl()).willReturn(response));
  }

  /** As {@link #respondsWith}, with the request id that the service sends with every response. */
  void respondsAsTheService(ResponseDefinitionBuilder response) {
    respondsWith(response.withHeader("X-Request-Id", "fake-request"));
  }

  /** Sends one response after the other, whatever is asked. */
  void respondsInTurn(ResponseDefinitionBuilder... responses) {
    for (int response = 0; response < responses.length; response++) {
      server.stubFor(
          any(anyUrl())
              .inScenario("turns")
              .whenScenarioStateIs(response == 0 ? STARTED : "response " + response)
              .willSetStateTo("response " + (response + 1))
              .willReturn(responses[response]));
    }
  }

  /** What reached the service, in the order of arrival. */
  public List<LoggedRequest> requests() {
    List<LoggedRequest> requests =
        new ArrayList<>(
            server.getAllServeEvents().stream()
                .map(event -> LoggedRequest.createFrom(event.getRequest()))
                .toList());
    Collections.reverse(requests);
    return requests;
  }

  LoggedRequest onlyRequest() {
    assertThat(requests()).hasSize(1);
    return requests().get(0);
  }
}
