package dev.roster.cli.commands.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.roster.cli.commands.Cloud;
import dev.roster.cli.commands.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doctor says how requests reach the service, and what to do where the way is closed. */
class DoctorTest {

  private static final String PASSWORD = "hunter2";

  private static HttpServer proxyThatDemandsCredentials() throws IOException {
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"way out\"");
          exchange.sendResponseHeaders(407, -1);
          exchange.close();
        });
    proxy.start();
    return proxy;
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void whereThereIsNoProxyItSaysWhy(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      Run run = cloud.run("doctor");
      assertThat(run.exitCode()).as(run.all()).isZero();
      assertThat(run.out())
          .contains("requests go directly to " + cloud.emulator().endpoint().getAuthority())
          .contains("it is this machine");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void aProxyThatRefusesIsNamedWithItsSettingAndWhatToDo(String name) throws IOException {
    HttpServer proxy = proxyThatDemandsCredentials();
    try (Cloud cloud = Cloud.of(name)) {
      String address = "127.0.0.1:" + proxy.getAddress().getPort();
      Run run =
          cloud.shell().with("ROSTER_URI", cloud.uri() + "&proxy=http://" + address).run("doctor");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(1);
      assertThat(run.out())
          .contains("through the proxy " + address + ", which the parameter")
          .contains("407")
          .contains("If the proxy " + address + " demands authentication, set proxyCredentials");
    } finally {
      proxy.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void theCredentialsOfAProxyAreInNoOutput(String name) throws IOException {
    HttpServer proxy = proxyThatDemandsCredentials();
    Map<String, String> properties =
        Map.of(
            "http.proxyHost",
            "127.0.0.1",
            "http.proxyPort",
            String.valueOf(proxy.getAddress().getPort()),
            "http.proxyUser",
            "me",
            "http.proxyPassword",
            PASSWORD);
    properties.forEach(System::setProperty);
    try (Cloud cloud = Cloud.of(name)) {
      String uri = cloud.uri().replaceFirst("endpoint=[^&]*", "endpoint=http://store.invalid");
      Run run = cloud.shell().with("ROSTER_URI", uri + "&allowPlainHttp=true").run("doctor", "-v");
      assertThat(run.out())
          .contains("to store.invalid through the proxy 127.0.0.1:")
          .contains("http.proxyHost");
      assertThat(run.all()).doesNotContain(PASSWORD);
    } finally {
      properties.keySet().forEach(System::clearProperty);
      proxy.stop(0);
    }
  }
}
