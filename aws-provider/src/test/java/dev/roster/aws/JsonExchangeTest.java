package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.identitystore.IdentitystoreClientBuilder;

/** What the SDK does not have is sent to where it sends, and is aborted as its requests are. */
@Timeout(30)
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

  private static RosterClient client(
      SocketServer server, HttpClientKind kind, Duration attemptTimeout) {
    return RosterClient.builder(server.driver(kind).build())
        .attemptTimeout(attemptTimeout)
        .deadline(attemptTimeout)
        .settlingTime(Duration.ZERO)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .build();
  }

  private static RosterException delete(RosterClient client) {
    return (RosterException)
        catchThrowable(() -> client.directory().groups().delete(OperationCase.GROUP, "1"));
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsABlockedRead(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer();
        RosterClient client = client(server, kind, Duration.ofMinutes(5))) {
      FutureTask<RosterException> call = new FutureTask<>(() -> delete(client));
      Thread caller = new Thread(call);
      caller.start();
      server.awaitHeldRequest();
      caller.interrupt();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CANCELLED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientEndsABlockedRead(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer()) {
      RosterClient client = client(server, kind, Duration.ofMinutes(5));
      CompletableFuture<RosterException> call = CompletableFuture.supplyAsync(() -> delete(client));
      server.awaitHeldRequest();
      client.close();
      assertThat(call.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
      assertThat(call.get().outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExpiredAttemptEndsABlockedRead(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer();
        RosterClient client = client(server, kind, Duration.ofMillis(500))) {
      assertThat(delete(client).code()).isEqualTo(ErrorCode.TIMEOUT);
    }
  }
}
