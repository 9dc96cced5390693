package dev.roster.spring;

import okhttp3.OkHttpClient;

/**
 * Changes the HTTP client of drivers for Huawei Cloud, such as its proxy, trust store or connect
 * timeout. A bean of this type is applied to every client on Huawei Cloud; several are applied in
 * their order. The driver overrules what would send a request twice, as {@link
 * dev.roster.huawei.HuaweiDrivers.Builder#httpClient} says. The client has a proxy of its own, so
 * that {@code roster.proxy} is refused beside it.
 */
@FunctionalInterface
@SuppressWarnings("exports") // An application that has one of these beans has the provider.
public interface HuaweiHttpClientCustomizer {

  /**
   * Changes a builder.
   *
   * @param client the client's name in {@code roster.clients}, or {@link
   *     RosterConnectionDetails#DEFAULT_CLIENT}
   * @param builder a builder with OkHttp's defaults
   */
  void customize(String client, OkHttpClient.Builder builder);
}
