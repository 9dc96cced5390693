package dev.roster.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One table says which proxy is used for which endpoint, for every provider. */
class ProxySettingsTest {

  private static final String SERVICE = "https://identitystore.eu-west-1.amazonaws.com";

  private static Map<String, String> map(String text) {
    return Arrays.stream((text == null ? "" : text).split(";"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.strip().split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static ProxySettings settings(String properties, String environment) {
    return ProxySettings.of(map(properties)::get, map(environment)::get);
  }

  private static String proxy(ProxySettings settings, String endpoint) {
    return settings.proxyFor(URI.create(endpoint)).map(HttpProxy::address).orElse("direct");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # parameter        | properties                                  | environment                            | endpoint              | proxy
                             |                                             |                                        | https://a.example     | direct
                             |                                             | HTTPS_PROXY=http://e:1                 | https://a.example     | e:1
                             |                                             | https_proxy=http://e:1                 | https://a.example     | e:1
                             |                                             | HTTPS_PROXY=http://u:1;https_proxy=http://l:2 | https://a.example | u:1
                             |                                             | HTTPS_PROXY= ;https_proxy=http://l:2   | https://a.example     | l:2
                             |                                             | HTTP_PROXY=http://e:1                  | https://a.example     | direct
                             |                                             | HTTP_PROXY=http://e:1                  | http://a.example      | e:1
                             |                                             | HTTPS_PROXY=http://e:1                 | http://a.example      | direct
                             |                                             | HTTPS_PROXY=e:1                        | https://a.example     | e:1
                             |                                             | HTTPS_PROXY=HTTP://e                   | https://a.example     | e:80
                             |                                             | HTTPS_PROXY=http://[2001:db8::1]:3128/ | https://a.example     | [2001:db8::1]:3128
                             | https.proxyHost=j;https.proxyPort=2         |                                        | https://a.example     | j:2
                             | https.proxyHost=j                           |                                        | https://a.example     | j:443
                             | http.proxyHost=j                            |                                        | http://a.example      | j:80
                             | http.proxyHost=j;http.proxyPort=2           |                                        | https://a.example     | direct
                             | https.proxyHost=j;https.proxyPort=2         | HTTPS_PROXY=http://e:1                 | https://a.example     | j:2
                             | https.proxyHost= ;https.proxyPort=2         | HTTPS_PROXY=http://e:1                 | https://a.example     | e:1
                             | https.proxyHost=j;http.nonProxyHosts=a.*    | HTTPS_PROXY=http://e:1                 | https://a.example     | direct
                             | https.proxyHost=j;https.proxyPort=2         | NO_PROXY=*                             | https://a.example     | j:2
          http://x:3         | https.proxyHost=j;http.nonProxyHosts=*      | HTTPS_PROXY=http://e:1;NO_PROXY=*      | https://a.example     | x:3
          http://x:3         |                                             |                                        | http://a.example      | x:3
          none               | https.proxyHost=j                           | HTTPS_PROXY=http://e:1                 | https://a.example     | direct
          """)
  void theFirstSettingThatNamesAProxyDecides(
      String parameter, String properties, String environment, String endpoint, String proxy) {
    ProxySettings settings = settings(properties, environment);
    assertThat(proxy(parameter == null ? settings : settings.withProxy(parameter), endpoint))
        .isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # NO_PROXY                       | endpoint                       | direct?
          a.example                        | https://a.example              | true
          A.Example                        | https://a.EXAMPLE              | true
          a.example                        | https://b.a.example            | true
          a.example                        | https://ba.example             | false
          .a.example                       | https://b.a.example            | true
          .a.example                       | https://a.example              | true
          *.a.example                      | https://b.a.example            | true
          *.a.example                      | https://ba.example             | false
          b.example, a.example             | https://a.example              | true
          b.example a.example              | https://a.example              | true
          *                                | https://a.example              | true
          b.example,,*                     | https://a.example              | true
          *example                         | https://a.example              | true
          a.*.example                      | https://a.b.example            | true
          a.*.example                      | https://b.b.example            | false
          a*.example:8443                  | https://ab.example:8443        | true
          a*.example:8443                  | https://ab.example             | false
          *:8443                           | https://a.example:8443         | true
          *:8443                           | https://a.example              | false
          10.1.2.*                         | https://10.1.2.3               | true
          10.1.2.*                         | https://10.1.3.3               | false
          a.example.                       | https://a.example              | true
          a.example                        | https://a.example.             | true
          a.example.:8443                  | https://a.example:8443         | true
          .                                | https://a.example              | false
          a.example:443                    | https://a.example              | true
          a.example:8443                   | https://a.example              | false
          a.example:8443                   | https://a.example:8443         | true
          10.1.2.3                         | https://10.1.2.3               | true
          10.1.2.3                         | https://10.1.2.33              | false
          10.1.2.3:8443                    | https://10.1.2.3:8443          | true
          10.0.0.0/8                       | https://10.200.1.1             | true
          10.0.0.0/8                       | https://11.0.0.1               | false
          10.1.2.128/25                    | https://10.1.2.129             | true
          10.1.2.128/25                    | https://10.1.2.127             | false
          10.1.2.3/32                      | https://10.1.2.3               | true
          0.0.0.0/0                        | https://10.1.2.3               | true
          0.0.0.0/0                        | https://a.example              | false
          10.0.0.0/33                      | https://10.0.0.1               | false
          10.0.0.0/x                       | https://10.0.0.1               | false
          a.example/8                      | https://a.example              | false
          2001:db8::/32                    | https://[2001:db8:1::5]        | true
          2001:db8::/32                    | https://[2001:db9::5]          | false
          2001:db8::/32                    | https://10.1.2.3               | false
          2001:db8::5                      | https://[2001:db8:0:0::5]      | true
          [2001:db8::5]                    | https://[2001:db8::5]          | true
          [2001:db8::5]:8443               | https://[2001:db8::5]:8443     | true
          [2001:db8::5]:8443               | https://[2001:db8::5]          | false
          999.1.1.1                        | https://a.example              | false
          a_b.example                      | https://a_b.example            | true
          127.0.0.256                      | https://127.0.0.256:8443       | true
          127.0.0.0/8                      | https://127.0.0.256            | false
          """)
  void hostsOfNoProxyAreReachedDirectly(String noProxy, String endpoint, boolean direct) {
    ProxySettings settings = settings("", "HTTPS_PROXY=http://e:1;NO_PROXY=" + noProxy);
    assertThat(proxy(settings, endpoint)).isEqualTo(direct ? "direct" : "e:1");
    ProxySettings lower = settings("", "HTTPS_PROXY=http://e:1;no_proxy=" + noProxy);
    assertThat(proxy(lower, endpoint)).isEqualTo(direct ? "direct" : "e:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # http.nonProxyHosts  ; endpoint             ; direct?
          a.example             ; https://a.example    ; true
          a.example             ; https://b.a.example  ; false
          *.example             ; https://a.example    ; true
          *.EXAMPLE             ; https://a.example    ; true
          a.*                   ; https://a.example    ; true
          b.example|*.example   ; https://a.example    ; true
          b.example | a.example ; https://a.example    ; true
          a?example             ; https://a.example    ; false
          10.*                  ; https://10.1.2.3     ; true
          [2001:db8::*          ; https://[2001:db8::5] ; false
          2001:db8::*           ; https://[2001:db8::5] ; true
          """)
  void hostsOfTheJvmsPropertyAreReachedDirectly(String hosts, String endpoint, boolean direct) {
    ProxySettings settings = settings("https.proxyHost=j;http.nonProxyHosts=" + hosts, "");
    assertThat(proxy(settings, endpoint)).isEqualTo(direct ? "direct" : "j:443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:8080",
        "https://LOCALHOST",
        "https://store.localhost",
        "http://127.0.0.1:8080",
        "https://127.9.9.9",
        "http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1]"
      })
  void loopbackHasAProxyOnlyByTheParameter(String endpoint) {
    ProxySettings platform =
        settings(
            "https.proxyHost=j;http.proxyHost=j;http.nonProxyHosts=x",
            "HTTPS_PROXY=http://e:1;HTTP_PROXY=http://e:1");
    assertThat(proxy(platform, endpoint)).isEqualTo("direct");
    assertThat(proxy(platform.withProxy("http://x:3"), endpoint)).isEqualTo("x:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # properties                                                     | environment                        | user | password
                                                                           | HTTPS_PROXY=http://e:1             |      |
                                                                           | HTTPS_PROXY=http://me:it@e:1       | me   | it
                                                                           | HTTPS_PROXY=me:it@e:1              | me   | it
                                                                           | HTTPS_PROXY=http://me@e:1          | me   | ''
                                                                           | HTTPS_PROXY=http://m%40e:p%3a%40+t@e:1 | m@e | p:@+t
                                                                           | HTTPS_PROXY=http://me:a@b@e:1      | me   | a@b
          https.proxyHost=j;https.proxyUser=me;https.proxyPassword=it      |                                    | me   | it
          https.proxyHost=j;http.proxyUser=me;http.proxyPassword=it        | HTTPS_PROXY=http://a:b@e:1         |      |
          """)
  void credentialsComeFromWhereTheProxyIsNamed(
      String properties, String environment, String user, String password) {
    HttpProxy proxy = settings(properties, environment).proxyFor(URI.create(SERVICE)).orElseThrow();
    assertThat(proxy.user().orElse(null)).isEqualTo(user);
    assertThat(proxy.password().orElse(null)).isEqualTo(password);
  }

  @Test
  void credentialsOfTheBuilderAreUsedForWhicheverProxy() {
    ProxySettings settings = settings("", "HTTPS_PROXY=http://a:b@e:1").withCredentials("me", "it");
    for (ProxySettings each : new ProxySettings[] {settings, settings.withProxy("http://x:3")}) {
      HttpProxy proxy = each.proxyFor(URI.create(SERVICE)).orElseThrow();
      assertThat(proxy.user()).contains("me");
      assertThat(proxy.password()).contains("it");
    }
  }

  @Test
  void theSettingThatDecidedIsNamedForMessages() {
    assertThat(setting(settings("", "https_proxy=http://e:1")))
        .isEqualTo("the environment variable https_proxy");
    assertThat(setting(settings("https.proxyHost=j", "")))
        .isEqualTo("the system property https.proxyHost");
    assertThat(setting(settings("", "").withProxy("http://x:3"))).contains("'proxy'");
  }

  private static String setting(ProxySettings settings) {
    return settings.proxyFor(URI.create(SERVICE)).orElseThrow().setting();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:hunter2@proxy:3128",
        "user:hunter2@proxy:3128",
        "http://hunter2@proxy:3128",
        "hunter2",
        "hunter2:3128",
        "http://hunter2",
        "http://hunter2:99999",
        "http://hunter2:0",
        "https://hunter2:3128",
        "socks5://hunter2:1080",
        "http://hunter2:3128/path",
        "http://hunter2:3128?a=b",
        "http://:hunter2@:3128",
        "hunter2 ",
        ""
      })
  void whatTheParameterCannotBeIsRefusedAndNotShown(String text) {
    assertThatThrownBy(() -> settings("", "").withProxy(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'proxy'")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aParameterWithCredentialsSaysWhereTheyBelong() {
    assertThatThrownBy(() -> settings("", "").withProxy("http://user:hunter2@proxy:3128"))
        .hasMessageContaining("proxyCredentials")
        .hasMessageContaining("HTTPS_PROXY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:hunter2@e:1",
        "socks5://me:hunter2@e:1",
        "http://me:hunter2@e:1/path",
        "http://me:hunter2@e:99999",
        "http://me:hunter2%zz@e:1",
        "http://me:hunter2%0a@e:1",
        "http://:hunter2@"
      })
  void whatAVariableCannotBeIsRefusedWhereItDecidesAndNotShown(String value) {
    ProxySettings settings = settings("", "HTTPS_PROXY=" + value);
    assertThatThrownBy(() -> settings.proxyFor(URI.create(SERVICE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the environment variable HTTPS_PROXY")
        .hasMessageNotContaining("hunter2");
    assertThat(proxy(settings.withProxy("none"), SERVICE)).isEqualTo("direct");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hunter2", "hunter2:3128", "me@hunter2", "hunter 2", "[", "[]"})
  void whatAPropertyCannotBeIsRefusedWhereItDecidesAndNotShown(String host) {
    for (String scheme : new String[] {"http", "https"}) {
      ProxySettings settings = settings(scheme + ".proxyHost=" + host, "HTTPS_PROXY=http://e:1");
      assertThatThrownBy(() -> settings.proxyFor(URI.create(scheme + "://a.example")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the system property " + scheme + ".proxyHost")
          .hasMessageNotContaining(host);
      assertThat(proxy(settings.withProxy("none"), SERVICE)).isEqualTo("direct");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "corp_proxy, corp_proxy:443",
    "10.1.2.3, 10.1.2.3:443",
    "2001:db8::1, [2001:db8::1]:443",
    "[2001:db8::1], [2001:db8::1]:443",
    "fe80::1%eth0, [fe80::1%eth0]:443"
  })
  void aPropertyHasAnyNameOrAddress(String host, String proxy) {
    assertThat(proxy(settings("https.proxyHost=" + host, ""), SERVICE)).isEqualTo(proxy);
  }

  @ParameterizedTest
  @CsvSource({"'', it", "m:e, it"})
  void credentialsThatCannotBeSentAreRefused(String user, String password) {
    assertThatThrownBy(() -> settings("", "").withCredentials(user, password))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTextOfTheseTypesHasAPassword() {
    ProxySettings settings =
        settings("", "HTTPS_PROXY=http://me:hunter2@e:1").withCredentials("me", "hunter2");
    assertThat(settings.toString()).doesNotContain("hunter2");
    assertThat(settings.withProxy("http://x:3").toString()).doesNotContain("hunter2");
    assertThat(settings.proxyFor(URI.create(SERVICE)).orElseThrow().toString())
        .isEqualTo("e:1")
        .doesNotContain("hunter2");
  }
}
