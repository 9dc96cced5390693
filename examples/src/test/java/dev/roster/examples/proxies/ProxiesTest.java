package dev.roster.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.roster.RosterClient;
import dev.roster.aws.AwsDrivers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same settings have the same effect on both clouds: TLS through a tunnel, in processes whose
 * only configuration is a string, properties of the JVM, and the environment.
 */
class ProxiesTest {

  private static final String TUNNEL = "CONNECT store.roster.test:443 HTTP/1.1";

  @TempDir private static Path folder;

  private static SecureService service;

  @BeforeAll
  static void start() throws Exception {
    service = SecureService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static LookupProcess lookup(String cloud) {
    return LookupProcess.of(cloud, service, "https://" + SecureService.HOST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void theParameterLeadsThroughTheProxyWhateverElseIsSet(String cloud) throws Exception {
    try (TunnelProxy proxy = TunnelProxy.to(service.port())) {
      String printed =
          lookup(cloud)
              .withProxy(proxy.address())
              .withVariable("HTTPS_PROXY", "http://127.0.0.1:1")
              .withVariable("NO_PROXY", "*")
              .withOption("-Dhttps.proxyHost=127.0.0.1")
              .withOption("-Dhttps.proxyPort=1")
              .run();
      assertThat(printed).isEqualTo("true");
      assertThat(proxy.requests()).singleElement().asString().startsWith(TUNNEL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void thePropertiesOfTheJvmComeBeforeTheEnvironment(String cloud) throws Exception {
    try (TunnelProxy proxy = TunnelProxy.to(service.port())) {
      String printed =
          lookup(cloud)
              .withOption("-Dhttps.proxyHost=127.0.0.1")
              .withOption("-Dhttps.proxyPort=" + proxy.port())
              .withVariable("HTTPS_PROXY", "http://127.0.0.1:1")
              .run();
      assertThat(printed).isEqualTo("true");
      assertThat(proxy.requests()).singleElement().asString().startsWith(TUNNEL);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void theEnvironmentNamesTheProxyAndWhatItIsTold(String cloud) throws Exception {
    service.headerNames().clear();
    try (TunnelProxy proxy = TunnelProxy.to(service.port(), "me", "p:@ss")) {
      String printed =
          lookup(cloud)
              .withVariable("https_proxy", "http://me:p%3A%40ss@127.0.0.1:" + proxy.port())
              .run();
      assertThat(printed).isEqualTo("true");
      assertThat(proxy.requests()).singleElement().asString().startsWith(TUNNEL);
      assertThat(service.headerNames())
          .isNotEmpty()
          .noneMatch(name -> name.equalsIgnoreCase("Proxy-Authorization"));
    }
  }

  @Test
  void codeNamesTheProxyAndItsCredentials() {
    String uri = "aws://d-1234567890?region=eu-west-1";
    String user = "me";
    String password = "it";
    RosterClient client =
        RosterClient.builder(
                uri,
                AwsDrivers.with(
                    driver ->
                        driver.proxy("http://proxy.example:3128").proxyCredentials(user, password)))
            .build();
    client.close();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.open(uri + "&proxy=http%3A%2F%2Fme%3Ait%40proxy%3A3128"))
        .withMessageContaining("proxyCredentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void aProxyThatDemandsCredentialsIsNamedAndTheSettingToCorrect(String cloud) throws Exception {
    try (TunnelProxy proxy = TunnelProxy.to(service.port(), "me", "hunter2")) {
      String printed =
          lookup(cloud)
              .withVariable("HTTPS_PROXY", "http://me:hunter3@127.0.0.1:" + proxy.port())
              .run();
      assertThat(printed)
          .startsWith("NOT_SENT findMembership")
          .contains("407", "127.0.0.1:" + proxy.port(), "HTTPS_PROXY", "proxyCredentials")
          .doesNotContain("hunter3");
    }
  }
}
