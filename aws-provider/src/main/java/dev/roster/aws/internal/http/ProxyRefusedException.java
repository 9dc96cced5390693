package dev.roster.aws.internal.http;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A proxy did not let a request pass. */
public final class ProxyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private static final int PROXY_AUTHENTICATION = 407;

  private static final Pattern TUNNEL_OF_THE_JDK =
      Pattern.compile("Unable to tunnel through proxy.*HTTP/1\\.[01] ([0-9]{3})", Pattern.DOTALL);

  private final int status;

  ProxyRefusedException(int status, @Nullable NamedProxy proxy) {
    this(status, proxy, "");
  }

  private ProxyRefusedException(int status, @Nullable NamedProxy proxy, String ofClient) {
    super(
        "%s refused the connection with status %d%s"
            .formatted(
                named(proxy),
                status,
                status == PROXY_AUTHENTICATION ? demand(proxy) + ofClient : ""));
    this.status = status;
  }

  /** The refusal of a tunnel through the JDK's own client, which sends no password unasked. */
  static ProxyRefusedException ofTheJdk(int status, @Nullable NamedProxy proxy) {
    return new ProxyRefusedException(
        status,
        proxy,
        "; url-connection sends them only if the JVM is started with"
            + " -Djdk.http.auth.tunneling.disabledSchemes=");
  }

  /** For a sentence, where it is certain that there is a proxy. */
  private static String named(@Nullable NamedProxy proxy) {
    return proxy == null ? "the proxy of the HTTP client" : proxy + ",";
  }

  private static String demand(@Nullable NamedProxy proxy) {
    return proxy == null || proxy.isOfTheSdk()
        ? ": it demands credentials, which the HTTP client must have"
        : ": it demands credentials; set them with proxyCredentials, or where the proxy is named";
  }

  /** The status with which a proxy refused, as the JDK's own client tells it; 0 if it did not. */
  static int refusal(@Nullable String message) {
    Matcher tunnel = TUNNEL_OF_THE_JDK.matcher(message == null ? "" : message);
    return tunnel.find() ? Integer.parseInt(tunnel.group(1)) : 0;
  }

  /** Whether another attempt may pass; else the proxy, or its configuration here, has to change. */
  public boolean isTransient() {
    return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
  }
}
