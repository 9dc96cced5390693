package dev.roster.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person is told which proxy is used and what names it, or why there is none. */
class NetworkRouteTest {

  private static final URI SERVICE = URI.create("https://a.example");

  private static ProxySettings settings(Map<String, String> properties, Map<String, String> env) {
    return ProxySettings.of(properties::get, env::get);
  }

  private static Map<String, String> map(String text) {
    if (text == null) {
      return Map.of();
    }
    String[] pair = text.split(" ", 4);
    return pair.length == 2 ? Map.of(pair[0], pair[1]) : Map.of(pair[0], pair[1], pair[2], pair[3]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # parameter  | properties                             | environment                            | endpoint          | words
                       |                                        |                                        | https://a.example | requests go directly to a.example: no proxy is set
                       |                                        | HTTP_PROXY http://e:1                  | https://a.example | requests go directly to a.example: no proxy is set
                       |                                        | HTTPS_PROXY http://u:hunter2@e:1       | https://a.example | requests go to a.example through the proxy e:1, which the environment variable HTTPS_PROXY names
                       |                                        | https_proxy http://e:1                 | https://a.example | requests go to a.example through the proxy e:1, which the environment variable https_proxy names
                       |                                        | HTTPS_PROXY http://e:1 NO_PROXY *      | https://a.example | requests go directly to a.example: the environment variable NO_PROXY excepts it from HTTPS_PROXY
                       |                                        | HTTPS_PROXY http://e:1 no_proxy a.example | https://a.example | requests go directly to a.example: the environment variable no_proxy excepts it from HTTPS_PROXY
                       |                                        | HTTPS_PROXY http://e:1                 | https://me:hunter2@a_b.example:8443 | requests go to a_b.example:8443 through the proxy e:1, which the environment variable HTTPS_PROXY names
                       |                                        |                                        | https://[2001:db8::5]:8443 | requests go directly to [2001:db8::5]:8443: no proxy is set
                       |                                        | HTTPS_PROXY http://e:1                 | https://127.0.0.1:8080 | requests go directly to 127.0.0.1:8080: it is this machine
                       | https.proxyHost j https.proxyPort 2    | HTTPS_PROXY http://e:1                 | https://a.example | requests go to a.example through the proxy j:2, which the system property https.proxyHost names
                       | https.proxyHost j http.nonProxyHosts * | HTTPS_PROXY http://e:1                 | https://a.example | requests go directly to a.example: the system property http.nonProxyHosts excepts it from https.proxyHost
                       | http.proxyHost j                       |                                        | http://a.example  | requests go to a.example through the proxy j:80, which the system property http.proxyHost names
          http://x:3   | https.proxyHost j https.proxyPort 2    | NO_PROXY *                             | https://a.example:8443 | requests go to a.example:8443 through the proxy x:3, which the parameter or the builder's setting 'proxy' names
          none         |                                        | HTTPS_PROXY http://e:1                 | https://a.example | requests go directly to a.example: the parameter or the builder's setting 'proxy' is 'none'
          """)
  void theRouteSaysWhichSettingDecides(
      String parameter, String properties, String environment, URI endpoint, String words) {
    ProxySettings settings = settings(map(properties), map(environment));
    NetworkRoute route =
        (parameter == null ? settings : settings.withProxy(parameter)).routeTo(endpoint);
    assertThat(route.words()).isEqualTo(words);
    assertThat(route.advice().isPresent()).isEqualTo(words.contains("through"));
    assertThat(route.toString() + route.advice()).doesNotContain("hunter2");
  }

  @Test
  void credentialsBelongWhereTheProxyIsNamed() {
    ProxySettings plain = settings(Map.of(), Map.of("HTTPS_PROXY", "http://e:1"));
    assertThat(plain.routeTo(SERVICE).advice().orElseThrow())
        .startsWith("If the proxy e:1 demands authentication, set HTTPS_PROXY to http://user:")
        .contains("have a.example permitted there")
        .endsWith("name the host in NO_PROXY, or set the parameter proxy=none.");
    assertThat(plain.withProxy("http://x:3").routeTo(SERVICE).advice().orElseThrow())
        .contains("set proxyCredentials of the builder, or name the proxy in HTTPS_PROXY")
        .endsWith("If no proxy is needed, set the parameter proxy=none instead.");
    assertThat(
            settings(Map.of("https.proxyHost", "j"), Map.of())
                .routeTo(SERVICE)
                .advice()
                .orElseThrow())
        .contains("set the system properties https.proxyUser and https.proxyPassword")
        .contains("add the host to the system property http.nonProxyHosts, or");
  }

  @Test
  void thePasswordOfAnEndpointIsInNoText() {
    URI endpoint = URI.create("https://me:hunter2@a.example:8443");
    ProxySettings direct = settings(Map.of(), Map.of());
    for (ProxySettings each : List.of(direct, direct.withProxy("http://x:3"))) {
      NetworkRoute route = each.routeTo(endpoint);
      assertThat(route + " " + route.advice())
          .contains("a.example:8443")
          .doesNotContain("hunter2")
          .doesNotContain("me:");
    }
  }

  @Test
  void theCredentialsOfTheBuilderAreInNoText() {
    NetworkRoute route =
        settings(Map.of(), Map.of())
            .withProxy("http://x:3")
            .withCredentials("me", "hunter2")
            .routeTo(SERVICE);
    assertThat(route + " " + route.advice()).doesNotContain("hunter2").doesNotContain("me:");
  }
}
