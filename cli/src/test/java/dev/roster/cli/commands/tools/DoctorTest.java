package dev.roster.cli.commands.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.roster.cli.commands.Cloud;
import dev.roster.cli.commands.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    System.setProperty("http.proxyUser", "me");
    System.setProperty("http.proxyPassword", PASSWORD);
    try (Cloud cloud = Cloud.of(name)) {
      String address = "127.0.0.1:" + proxy.getAddress().getPort();
      Run run =
          cloud.shell().with("ROSTER_URI", cloud.uri() + "&proxy=http://" + address).run("doctor");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(1);
      assertThat(run.out())
          .contains("through the proxy " + address + ", which the parameter")
          .contains("407")
          .contains("If the proxy " + address + " demands authentication, set proxyCredentials");
      assertThat(run.all()).doesNotContain(PASSWORD);
    } finally {
      System.clearProperty("http.proxyUser");
      System.clearProperty("http.proxyPassword");
      proxy.stop(0);
    }
  }
}
