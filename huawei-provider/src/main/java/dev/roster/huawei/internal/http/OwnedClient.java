package dev.roster.huawei.internal.http;

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

  /** A client of our own, or one that shares the caller's resources. */
  public static OwnedClient from(@Nullable OkHttpClient shared) {
    return shared == null
        ? new OwnedClient(SingleSend.newClient(), true)
        : new OwnedClient(SingleSend.harden(shared), false);
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
