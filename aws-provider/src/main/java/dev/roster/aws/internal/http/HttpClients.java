package dev.roster.aws.internal.http;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;

/**
 * Finds the HTTP client where none is given, by the SDK's own rules: the one that the system
 * property {@code software.amazon.awssdk.http.service.impl} names, else the first of Apache 5,
 * Apache 4, url-connection and CRT that is there. By name, so that any of them may be absent.
 */
public final class HttpClients {

  private static final List<String> PRIORITY =
      List.of(".apache5.", ".apache.", ".urlconnection.", ".crt.");

  private HttpClients() {}

  public static SdkHttpClient.Builder<?> discovered() {
    return choose(
        StreamSupport.stream(
                ServiceLoader.load(SdkHttpService.class, HttpClients.class.getClassLoader())
                    .spliterator(),
                false)
            .toList());
  }

  static SdkHttpClient.Builder<?> choose(List<SdkHttpService> services) {
    String wanted = SdkSystemSetting.SYNC_HTTP_SERVICE_IMPL.getStringValue().orElse("");
    return services.stream()
        .filter(service -> wanted.isEmpty() || service.getClass().getName().equals(wanted))
        .min(Comparator.comparingInt(HttpClients::rank))
        .orElseThrow(HttpClients::none)
        .createHttpClientBuilder();
  }

  private static int rank(SdkHttpService service) {
    String name = service.getClass().getName();
    for (int rank = 0; rank < PRIORITY.size(); rank++) {
      if (name.contains(PRIORITY.get(rank))) {
        return rank;
      }
    }
    return PRIORITY.size();
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException(
        "no HTTP client of the AWS SDK is on the class path: add"
            + " software.amazon.awssdk:apache5-client or url-connection-client, or give one with"
            + " httpClient");
  }
}
