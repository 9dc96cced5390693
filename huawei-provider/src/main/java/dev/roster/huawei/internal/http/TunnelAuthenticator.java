package dev.roster.huawei.internal.http;

import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Lets a proxy authenticator open a tunnel and nothing more. A challenge to the request itself
 * would make OkHttp send it twice and, inside a tunnel, show the proxy's password to the service.
 */
final class TunnelAuthenticator implements Authenticator {

  private final Authenticator delegate;

  TunnelAuthenticator(Authenticator delegate) {
    this.delegate = delegate;
  }

  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response)
      throws IOException {
    return response.request().method().equals("CONNECT")
        ? delegate.authenticate(route, response)
        : null;
  }
}
