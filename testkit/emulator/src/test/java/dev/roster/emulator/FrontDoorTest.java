package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.emulator.RawClient.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in a browser can neither read the stores nor change them, whatever its DNS says. */
class FrontDoorTest {

  private static final String STATE = "/_roster/state";
  private static final String USERS = "/v1/identity-stores/d-1234567890/users";

  private static Response get(Emulator emulator, String target, String... headers)
      throws IOException {
    String head = "GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    try (RawClient client = new RawClient(emulator)) {
      return client.send(head).response();
    }
  }

  private static EmulatorBuilder open() {
    return Emulator.builder().withoutSignatures().exposeState();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacker.example",
        "attacker.example:8080",
        "localhost.attacker.example",
        "127.0.0.1.attacker.example",
        "127.0.0.1@attacker.example",
        "127.999.0.1",
        "127.0.0",
        "192.168.0.1",
        "[::2]",
        "0.0.0.0",
        ""
      })
  void whatNamesAnotherHostIsServedNothing(String host) throws IOException {
    try (Emulator emulator = open().start()) {
      for (String target : new String[] {STATE, USERS, "/"}) {
        Response response = get(emulator, target, "Host: " + host);

        assertThat(response.status()).isEqualTo(421);
        assertThat(response.body()).doesNotContain("stores");
      }
      assertThat(emulator.requestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://attacker.example",
        "https://localhost.attacker.example",
        "null",
        "file://",
        "%%%",
        ""
      })
  void whatComesFromAPageElsewhereIsServedNothing(String origin) throws IOException {
    try (Emulator emulator = open().start()) {
      for (String target : new String[] {STATE, USERS, "/"}) {
        Response response = get(emulator, target, "Host: 127.0.0.1", "Origin: " + origin);

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers()).doesNotContainKey("access-control-allow-origin");
      }
      assertThat(emulator.requestCount()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.1:8080", "LOCALHOST:1", "[::1]:80", "127.1.2.255"})
  void whatNamesThisMachineIsServed(String host) throws IOException {
    try (Emulator emulator = open().start()) {
      Response state = get(emulator, STATE, "Host: " + host, "Origin: http://localhost:3000");

      assertThat(state.status()).isEqualTo(200);
      assertThat(state.body()).contains("\"stores\"");
      assertThat(get(emulator, USERS, "Host: " + host).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1"})
  void aProxyIsNotShownTheState(String header) throws IOException {
    try (Emulator emulator = open().start()) {
      assertThat(get(emulator, STATE, "Host: localhost", header).body())
          .doesNotContain("\"stores\"");
    }
  }

  @Test
  void whatListensOnAllAddressesServesTheProtocolsUnderAnyNameAndItsStateUnderThese()
      throws IOException {
    try (Emulator emulator = open().host("0.0.0.0").start()) {
      assertThat(get(emulator, USERS, "Host: emulator.example").status()).isEqualTo(200);
      assertThat(get(emulator, STATE, "Host: emulator.example").status()).isEqualTo(421);
      assertThat(get(emulator, STATE, "Host: localhost").status()).isEqualTo(200);
    }
  }

  @Test
  void theStateIsNotThereUnlessItWasAskedFor() throws IOException {
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      assertThat(get(emulator, STATE, "Host: localhost").body())
          .contains("UnknownOperationException");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__admin",
        "/__admin/",
        "/__admin/mappings",
        "/__admin/requests",
        "/__admin/files",
        "/__admin/docs",
        "/__admin/swagger-ui/",
        "/__admin/swagger-ui/index.html",
        "/__admin/webapp",
        "/__admin/recorder",
        "/__files/",
        "/__files/x",
        "/assets/x",
        "/certificate",
        "/favicon.ico",
        "/../../etc/passwd",
        "/%2e%2e/x",
        "/_roster/",
        "/_roster/state/",
        "/_roster/state?x"
      })
  void nothingButTheProtocolsAndTheStateIsServed(String target) throws IOException {
    try (Emulator emulator = Emulator.builder().withoutSignatures().start()) {
      Response response = get(emulator, target, "Host: localhost");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.body()).startsWith("{\"__type\":\"UnknownOperationException\"");
    }
  }
}
