package dev.roster.spring;

import dev.roster.huawei.HuaweiDrivers;

/**
 * Changes how drivers for Huawei Cloud are built: what no property says, such as an HTTP client
 * that is shared. A bean of this type is applied to every client on Huawei Cloud; several are
 * applied in their order.
 */
@FunctionalInterface
@SuppressWarnings("exports") // An application that has one of these beans has the provider.
public interface HuaweiDriverCustomizer {

  /**
   * Changes a builder.
   *
   * @param client the client's name in {@code roster.clients}, or {@link
   *     RosterConnectionDetails#DEFAULT_CLIENT}
   * @param builder the builder, with the properties, credentials and HTTP client applied
   */
  void customize(String client, HuaweiDrivers.Builder builder);
}
