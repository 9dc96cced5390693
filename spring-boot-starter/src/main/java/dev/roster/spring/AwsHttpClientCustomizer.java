package dev.roster.spring;

import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * Changes the HTTP client of drivers for AWS, such as its timeouts, proxy or trust store. A bean of
 * this type is applied to every client on AWS; several are applied in their order. The client that
 * is built is closed with the driver. It has a proxy of its own, so that {@code roster.proxy} is
 * refused beside it.
 */
@FunctionalInterface
@SuppressWarnings("exports") // An application that has one of these beans has the provider.
public interface AwsHttpClientCustomizer {

  /**
   * Changes a builder.
   *
   * @param client the client's name in {@code roster.clients}, or {@link
   *     RosterConnectionDetails#DEFAULT_CLIENT}
   * @param builder a builder with the SDK's defaults
   */
  void customize(String client, Apache5HttpClient.Builder builder);
}
