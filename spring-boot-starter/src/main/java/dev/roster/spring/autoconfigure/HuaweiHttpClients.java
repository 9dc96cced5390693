package dev.roster.spring.autoconfigure;

import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spring.HuaweiHttpClientCustomizer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;

/**
 * Gives drivers the HTTP clients that the application has customized, and closes them: a driver
 * closes none that it was given.
 */
final class HuaweiHttpClients implements AutoCloseable {

  private final List<HuaweiHttpClientCustomizer> customizers;
  private final Queue<OkHttpClient> made = new ConcurrentLinkedQueue<>();

  HuaweiHttpClients(List<HuaweiHttpClientCustomizer> customizers) {
    this.customizers = customizers;
  }

  void apply(String client, HuaweiDrivers.Builder driver) {
    if (!customizers.isEmpty()) {
      OkHttpClient.Builder builder = new OkHttpClient.Builder();
      customizers.forEach(each -> each.customize(client, builder));
      OkHttpClient http = builder.build();
      made.add(http);
      driver.httpClient(http);
    }
  }

  @Override
  public void close() {
    made.forEach(http -> http.connectionPool().evictAll());
  }
}
