package dev.roster.huawei.internal.http;

import dev.roster.spi.HttpProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sends a proxy's credentials with the first request and not after a refusal. They open a tunnel;
 * what goes through it must not have them.
 */
final class ProxyAuthorization implements Authenticator, Interceptor {

  private static final String HEADER = "Proxy-Authorization";

  private final String authorization;

  private ProxyAuthorization(String authorization) {
    this.authorization = authorization;
  }

  /** Null where there are no credentials. */
  static @Nullable ProxyAuthorization of(@Nullable HttpProxy proxy) {
    if (proxy == null || proxy.user().isEmpty()) {
      return null;
    }
    return new ProxyAuthorization(
        Credentials.basic(proxy.user().get(), proxy.password().orElse(""), StandardCharsets.UTF_8));
  }

  /** A proxy that refuses them is not asked again. */
  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    Request request = response.request();
    return request.header(HEADER) == null ? authorized(request) : null;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    return chain.proceed(request.isHttps() ? request : authorized(request));
  }

  private Request authorized(Request request) {
    return request.newBuilder().header(HEADER, authorization).build();
  }
}
