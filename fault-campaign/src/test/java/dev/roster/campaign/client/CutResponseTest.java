package dev.roster.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.aws.AwsDrivers;
import dev.roster.campaign.proxy.CannedServer;
import dev.roster.campaign.proxy.WireResponse;
import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Where exactly a response can be cut so that a client still takes it: this is what the law allows,
 * and no more. Each response is cut at every octet from its end back into its headers.
 */
final class CutResponseTest {

  private static final MembershipId ID = new MembershipId("0fa4e000-ffff-4fff-8fff-ffffffffffff");
  private static final String REQUEST_ID = "0fa4e000-1111-4222-8333-444444444444";
  private static final int OCTETS = 16;

  /** Nothing but the line ends behind the headers, or behind the last chunk, which is empty. */
  private static final int LINE_ENDS = "\r\n\r\n".length();

  /** The transports of both providers. */
  private enum Transport {
    APACHE,
    URL_CONNECTION,
    OKHTTP
  }

  @ParameterizedTest
  @MethodSource("responses")
  void onlyLineEndsCanBeMissingFromAResponseThatIsTaken(
      Transport transport, WireResponse response, boolean inChunks, int mostMissing)
      throws IOException {
    byte[] whole = response.framed(inChunks);
    try (CannedServer server = new CannedServer();
        RosterClient client = client(transport, server.port())) {
      for (int missing = 0; missing <= OCTETS; missing++) {
        server.says(Arrays.copyOf(whole, whole.length - missing));

        assertThat(isTaken(client))
            .as("%d octets missing", missing)
            .isEqualTo(missing <= mostMissing);
      }
    }
  }

  private static Stream<Arguments> responses() {
    return Stream.of(
        Arguments.of(Transport.APACHE, aws(200, ""), false, LINE_ENDS),
        Arguments.of(Transport.APACHE, aws(200, ""), true, LINE_ENDS),
        Arguments.of(Transport.APACHE, aws(200, "{}"), false, 0),
        Arguments.of(Transport.APACHE, aws(200, "{}"), true, LINE_ENDS),
        Arguments.of(Transport.APACHE, awsNotFound(), false, 0),
        Arguments.of(Transport.APACHE, awsNotFound(), true, LINE_ENDS),
        Arguments.of(Transport.URL_CONNECTION, aws(200, ""), false, LINE_ENDS),
        Arguments.of(Transport.URL_CONNECTION, aws(200, ""), true, 0),
        Arguments.of(Transport.URL_CONNECTION, aws(200, "{}"), false, 0),
        Arguments.of(Transport.URL_CONNECTION, aws(200, "{}"), true, 0),
        Arguments.of(Transport.URL_CONNECTION, awsNotFound(), false, 0),
        Arguments.of(Transport.URL_CONNECTION, awsNotFound(), true, 0),
        Arguments.of(Transport.OKHTTP, huawei(204, ""), false, 0),
        Arguments.of(Transport.OKHTTP, huawei(200, ""), true, 0),
        Arguments.of(Transport.OKHTTP, huawei(200, "{}"), false, 0),
        Arguments.of(Transport.OKHTTP, huawei(200, "{}"), true, 0),
        Arguments.of(Transport.OKHTTP, huaweiNotFound(), false, 0),
        Arguments.of(Transport.OKHTTP, huaweiNotFound(), true, 0));
  }

  /** A delete whose response is not taken is unknown; else it was done, or there was nothing. */
  private static boolean isTaken(RosterClient client) {
    try {
      client.deleteMembership(ID);
      return true;
    } catch (RosterException failure) {
      assertThat(failure.outcome())
          .isEqualTo(failure.code() == ErrorCode.NOT_FOUND ? Outcome.NOT_APPLIED : Outcome.UNKNOWN);
      return failure.code() == ErrorCode.NOT_FOUND;
    }
  }

  private static WireResponse aws(int status, String body) {
    return response(status, "x-amzn-RequestId: " + REQUEST_ID, body);
  }

  private static WireResponse awsNotFound() {
    return aws(
        400,
        "{\"__type\":\"ResourceNotFoundException\",\"ResourceType\":\"GROUP_MEMBERSHIP\","
            + "\"Message\":\"none\",\"RequestId\":\"%s\"}".formatted(REQUEST_ID));
  }

  private static WireResponse huawei(int status, String body) {
    return response(status, "X-Request-Id: " + REQUEST_ID, body);
  }

  private static WireResponse huaweiNotFound() {
    return huawei(
        404,
        "{\"error_code\":\"IIC.1001\",\"error_msg\":\"none\",\"request_id\":\"%s\"}"
            .formatted(REQUEST_ID));
  }

  private static WireResponse response(int status, String id, String body) {
    return WireResponse.of(
        status, List.of("Connection: close", "Content-Type: application/json", id), body);
  }

  private static RosterClient client(Transport transport, int port) {
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    MembershipDriver driver =
        switch (transport) {
          case APACHE -> aws(endpoint, Apache5HttpClient.builder());
          case URL_CONNECTION -> aws(endpoint, UrlConnectionHttpClient.builder());
          case OKHTTP -> huawei(endpoint);
        };
    return RosterClient.builder(driver)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .settlingTime(Duration.ZERO)
        .build();
  }

  private static MembershipDriver aws(URI endpoint, SdkHttpClient.Builder<?> transport) {
    return AwsDrivers.builder()
        .identityStoreId(Cloud.STORE)
        .region("eu-west-1")
        .endpoint(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("FAKEAK00CAMPAIGN0001", Cloud.SECRET)))
        .httpClientBuilder(transport)
        .build();
  }

  private static MembershipDriver huawei(URI endpoint) {
    HuaweiCredentials keys = HuaweiCredentials.of("FAKEAK00CAMPAIGN0001", Cloud.SECRET);
    return HuaweiDrivers.builder()
        .identityStoreId(Cloud.STORE)
        .endpoint(endpoint)
        .credentialsProvider(() -> keys)
        .build();
  }
}
