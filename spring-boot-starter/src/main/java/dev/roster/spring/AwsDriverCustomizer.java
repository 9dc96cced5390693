package dev.roster.spring;

import dev.roster.aws.AwsDrivers;

/**
 * Changes how drivers for AWS are built: what no property says, such as an HTTP client that is
 * shared or an interceptor of the SDK. A bean of this type is applied to every client on AWS;
 * several are applied in their order.
 */
@FunctionalInterface
@SuppressWarnings("exports") // An application that has one of these beans has the provider.
public interface AwsDriverCustomizer {

  /**
   * Changes a builder.
   *
   * @param client the client's name in {@code roster.clients}, or {@link
   *     RosterConnectionDetails#DEFAULT_CLIENT}
   * @param builder the builder, with the properties, credentials and HTTP client applied
   */
  void customize(String client, AwsDrivers.Builder builder);
}
