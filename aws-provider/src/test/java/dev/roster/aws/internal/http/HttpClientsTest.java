package dev.roster.aws.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.apache.ApacheSdkHttpService;
import software.amazon.awssdk.http.apache5.Apache5SdkHttpService;
import software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService;

/** Which HTTP client is used where none is given. */
class HttpClientsTest {

  private static final SdkHttpService APACHE_5 = new Apache5SdkHttpService();
  private static final SdkHttpService APACHE_4 = new ApacheSdkHttpService();
  private static final SdkHttpService URL_CONNECTION = new UrlConnectionSdkHttpService();

  @Test
  void theSdksOwnOrderDecidesBetweenSeveral() {
    assertThat(name(List.of(URL_CONNECTION, APACHE_4, APACHE_5))).isEqualTo("Apache5");
    assertThat(name(List.of(URL_CONNECTION, APACHE_4))).isEqualTo("Apache");
  }

  @Test
  void anyOneIsEnough() {
    assertThat(name(List.of(URL_CONNECTION))).isEqualTo("UrlConnection");
  }

  @Test
  void noneAtAllIsAnErrorThatSaysWhatToAdd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpClients.choose(List.of()))
        .withMessageContaining("apache5-client");
  }

  @Test
  void whatIsOnTheClassPathIsFound() {
    try (SdkHttpClient client = HttpClients.discovered().build()) {
      assertThat(client.clientName()).isEqualTo("Apache5");
    }
  }

  private static String name(List<SdkHttpService> services) {
    try (SdkHttpClient client = HttpClients.choose(services).build()) {
      return client.clientName();
    }
  }
}
