package dev.roster.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both clouds through proxies that were written elsewhere.
 *
 * <p>Not part of the default build: {@code mvn -Pinstalled-tools -pl examples -am verify}.
 */
@Tag("installed-tools")
@Timeout(120)
class InstalledProxiesTest {

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

  private static LookupProcess lookup(String cloud, String host) {
    return LookupProcess.of(cloud, service, "https://" + host + ":" + service.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void tinyproxyOpensATunnel(String cloud) throws Exception {
    try (InstalledProxy proxy = InstalledProxy.tinyproxy(folder, service.port())) {
      assertThat(lookup(cloud, "127.0.0.1").withProxy("http://" + proxy.authority()).run())
          .isEqualTo("true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void aTunnelThatTinyproxyForbidsIsTheProxysRefusal(String cloud) throws Exception {
    try (InstalledProxy proxy = InstalledProxy.tinyproxy(folder, 443)) {
      assertThat(lookup(cloud, "127.0.0.1").withProxy("http://" + proxy.authority()).run())
          .startsWith("NOT_SENT findMembership")
          .contains("403", proxy.authority());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void squidOpensATunnelForTheUserOfTheEnvironment(String cloud) throws Exception {
    try (InstalledProxy proxy = InstalledProxy.squid(folder, "me", "it")) {
      LookupProcess lookup = lookup(cloud, SecureService.HOST);
      assertThat(lookup.withVariable("HTTPS_PROXY", "http://me:it@" + proxy.authority()).run())
          .isEqualTo("true");
      assertThat(lookup.withVariable("HTTPS_PROXY", "http://me:no@" + proxy.authority()).run())
          .startsWith("NOT_SENT findMembership")
          .contains("407", proxy.authority(), "HTTPS_PROXY");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-Djdk.http.auth.tunneling.disabledSchemes="})
  void urlConnectionHasCredentialsForATunnelOnlyWhereTheJvmPermitsIt(String permission)
      throws Exception {
    try (InstalledProxy proxy = InstalledProxy.squid(folder, "me", "it")) {
      String printed =
          lookup("aws", SecureService.HOST)
              .withVariable("HTTPS_PROXY", "http://me:it@" + proxy.authority())
              .withOption(
                  "-Dsoftware.amazon.awssdk.http.service.impl="
                      + "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService")
              .withOption(permission.isEmpty() ? "-Droster.test=1" : permission)
              .run();
      if (permission.isEmpty()) {
        assertThat(printed).contains("407", "disabledSchemes");
      } else {
        assertThat(printed).isEqualTo("true");
      }
    }
  }
}
