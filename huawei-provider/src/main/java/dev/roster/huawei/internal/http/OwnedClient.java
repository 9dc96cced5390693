package dev.roster.huawei.internal.http;

import dev.roster.spi.HttpProxy;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** An HTTP client, and whether the driver made it and must close it. */
public final class OwnedClient {

  private final OkHttpClient client;
  private final boolean ours;

  private OwnedClient(OkHttpClient client, boolean ours) {
    this.client = client;
    this.ours = ours;
  }

  /** A client that shares the caller's resources. */
  public static OwnedClient from(OkHttpClient shared) {
    return new OwnedClient(SingleSend.harden(shared), false);
  }

  /** A client of our own. */
  public static OwnedClient through(@Nullable HttpProxy proxy) {
    return new OwnedClient(SingleSend.newClient(proxy), true);
  }

  public OkHttpClient okHttpClient() {
    return client;
  }

  /** A shared client's pool and dispatcher are its owner's to close. */
  public void close() {
    if (ours) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
