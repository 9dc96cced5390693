package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RosterClient;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.IdentitystoreClientBuilder;

/** What the SDK does not have is sent to where it sends. */
class JsonExchangeTest {

  /** Responds to every request alike, and keeps the addresses. */
  private static final class Recorder implements SdkHttpClient {

    private final List<URI> addresses = new ArrayList<>();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      addresses.add(request.httpRequest().getUri());
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          byte[] body = "{\"GroupId\":\"group-1\"}".getBytes(StandardCharsets.UTF_8);
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(200)
                      .putHeader("x-amzn-RequestId", IdentityStoreServer.REQUEST_ID)
                      .putHeader("Content-Length", Integer.toString(body.length))
                      .build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        Arguments.of("eu-west-1", sdk(builder -> {}), "identitystore.eu-west-1.amazonaws.com"),
        Arguments.of("cn-north-1", sdk(builder -> {}), "identitystore.cn-north-1.amazonaws.com.cn"),
        Arguments.of(
            "us-east-1",
            sdk(builder -> builder.fipsEnabled(true)),
            "identitystore-fips.us-east-1.amazonaws.com"),
        Arguments.of(
            "eu-west-1",
            sdk(builder -> builder.dualstackEnabled(true)),
            "identitystore.eu-west-1.api.aws"),
        Arguments.of(
            "eu-west-1",
            sdk(builder -> builder.endpointOverride(URI.create("https://vpce.example.test"))),
            "vpce.example.test"),
        Arguments.of(
            "eu-west-1",
            sdk(builder -> builder.endpointOverride(URI.create("https://vpce.example.test/path"))),
            "vpce.example.test"));
  }

  private static Consumer<IdentitystoreClientBuilder> sdk(
      Consumer<IdentitystoreClientBuilder> settings) {
    return settings;
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void theAddressIsTheSdksWhateverIsSetAndWhicheverRequestComesFirst(
      String region, Consumer<IdentitystoreClientBuilder> hook, String host) {
    Recorder recorder = new Recorder();
    try (RosterClient client = client(recorder, region, hook)) {
      client.directory().groups().delete(OperationCase.GROUP, "1");
      client.directory().groups().delete(OperationCase.GROUP, "1");
      client.directory().groups().get(OperationCase.GROUP);
    }
    assertThat(recorder.addresses).extracting(URI::getHost).containsExactly(host, host, host);
    assertThat(recorder.addresses).containsOnly(recorder.addresses.get(2));
  }

  private static RosterClient client(
      SdkHttpClient http, String region, Consumer<IdentitystoreClientBuilder> hook) {
    return RosterClient.builder(
            AwsDrivers.builder()
                .identityStoreId(OperationCase.STORE)
                .region(region)
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .httpClient(http)
                .customize(hook)
                .build())
        .build();
  }
}
