package dev.roster.huawei.internal.http;

import dev.roster.spi.HttpProxy;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Makes OkHttp send each request exactly once, so that the pipeline is the one owner of retries,
 * and leave the time to the pipeline, which ends an attempt by cancelling its call.
 */
public final class SingleSend {

  /** Calls that run at the same time keep their connections; OkHttp's own default keeps five. */
  private static final int IDLE_CONNECTIONS = 64;

  /** Below the minute after which gateways commonly drop an idle connection. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(50);

  /** OkHttp's own default: longer than any healthy connecting, TLS included. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private SingleSend() {}

  /** A client of our own, which looks for no proxy by itself. */
  public static OkHttpClient newClient(@Nullable HttpProxy proxy) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectionPool(
                new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(javaProxy(proxy));
    ProxyAuthorization authorization = ProxyAuthorization.of(proxy);
    if (authorization != null) {
      client.proxyAuthenticator(authorization).addInterceptor(authorization);
    }
    return harden(client.build());
  }

  private static Proxy javaProxy(@Nullable HttpProxy proxy) {
    return proxy == null
        ? Proxy.NO_PROXY
        : new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
  }

  /**
   * A client that shares the given one's pool, proxy, trust and interceptors, with everything
   * switched off that sends a request again, responds for the service or competes with the
   * pipeline's timeouts. HTTP/1.1 alone, because OkHttp sends requests again on coalesced HTTP/2
   * connections.
   */
  public static OkHttpClient harden(OkHttpClient client) {
    OkHttpClient.Builder hardened =
        client
            .newBuilder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .authenticator(Authenticator.NONE)
            .proxyAuthenticator(new TunnelAuthenticator(client.proxyAuthenticator()))
            .protocols(List.of(Protocol.HTTP_1_1))
            .cache(null)
            .callTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO);
    hardened.networkInterceptors().add(0, new RetryAfterShelter());
    return hardened.build();
  }
}
