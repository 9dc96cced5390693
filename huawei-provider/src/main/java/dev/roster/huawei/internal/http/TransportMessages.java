package dev.roster.huawei.internal.http;

import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.spi.HttpProxy;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells a person how an exchange failed: at which host, which step, and with what words. */
public final class TransportMessages {

  private final String host;
  private final @Nullable String region;
  private final @Nullable HttpProxy chosen;

  /**
   * Words about a host.
   *
   * @param host the service's, with its port where that is not the scheme's own
   * @param region the region that the host was made from; null where the endpoint was given
   * @param chosen the proxy that the settings name; null for none, or one that only the given HTTP
   *     client knows
   */
  public TransportMessages(String host, @Nullable String region, @Nullable HttpProxy chosen) {
    this.host = host;
    this.region = region;
    this.chosen = chosen;
  }

  String notSent(Throwable failure, AttemptTrace trace) {
    if (Causes.find(failure, UnknownHostException.class) != null) {
      return unknownHost(trace) + fact(failure);
    }
    String proxy = trace.proxy();
    int refused = TunnelRefusal.status(failure);
    return refused == 0 ? noConnection(failure, proxy) : refusedTunnel(proxy, refused);
  }

  private String noConnection(Throwable failure, @Nullable String proxy) {
    if (Causes.find(failure, SSLException.class) != null) {
      return "no secure connection to %s%s%s: check its certificate, and that it speaks TLS"
          .formatted(host, through(proxy), fact(failure));
    }
    return isAboutTheNextHop(failure) && proxy != null
        ? "no connection to the proxy %s%s%s".formatted(proxy, fact(failure), named())
        : "no connection to %s%s%s".formatted(host, through(proxy), fact(failure));
  }

  private String refusedTunnel(@Nullable String proxy, int status) {
    return "the proxy %s refuses a tunnel to %s (status %d)%s"
        .formatted(
            proxy == null ? "" : proxy,
            host,
            status,
            status == 407 ? ": it demands authentication" + remedy() : named());
  }

  private String remedy() {
    return chosen == null
        ? ""
        : "; set proxyCredentials, or user and password with " + chosen.setting();
  }

  /** What a person has to correct where it is the wrong proxy. */
  private String named() {
    return chosen == null ? "" : "; the proxy is named by " + chosen.setting();
  }

  /** Where a proxy is used, it is the proxy that a connection is made to. */
  private static boolean isAboutTheNextHop(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof SocketTimeoutException;
  }

  private String unknownHost(AttemptTrace trace) {
    String name = trace.lookedUp();
    if (name != null && !host.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
      return "unknown host %s, the proxy's: check the proxy's name%s".formatted(name, named());
    }
    return region == null
        ? "unknown host %s: check the endpoint".formatted(host)
        : "unknown host %s: the region '%s' is probably mistyped".formatted(host, region);
  }

  String lost(Throwable failure, AttemptTrace trace) {
    String place = host + through(trace.proxy());
    if (trace.status() == 407) {
      return "status 407 from %s: a proxy demands authentication%s".formatted(place, remedy());
    }
    if (trace.status() != 0) {
      return "the response of %s with status %d breaks off or breaks HTTP%s"
          .formatted(place, trace.status(), fact(failure));
    }
    return failure instanceof ProtocolException
        ? "%s responded, but not in HTTP%s".formatted(place, fact(failure))
        : "the exchange with %s broke off%s".formatted(place, fact(failure));
  }

  String unreadable(Throwable failure, int status) {
    return failure instanceof InvalidResponseException understood
        ? "status %d, but %s".formatted(status, understood.getMessage())
        : "the response of %s with status %d broke off%s".formatted(host, status, fact(failure));
  }

  private static String through(@Nullable String proxy) {
    return proxy == null ? "" : " through the proxy " + proxy;
  }

  /**
   * The class of the failure, and the words of its innermost cause. They are cut where secrets are
   * out of them: a part of one is recognized by nothing.
   */
  private static String fact(Throwable failure) {
    String words = Causes.root(failure).getMessage();
    String type = failure.getClass().getSimpleName();
    return words == null || words.isBlank()
        ? " (%s)".formatted(type)
        : " (%s: %s)".formatted(type, words);
  }
}
