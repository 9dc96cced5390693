package dev.roster.huawei.internal.http;

import dev.roster.spi.Reach;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sees how far an attempt came. Exceptions cannot tell: a connect timeout and a read timeout share
 * a class, a proxy that is dead and a service that is dead share the words, and a status that
 * OkHttp refuses to pass on is lost in them.
 */
public final class AttemptTrace extends EventListener {

  private volatile boolean sending;
  private volatile int status;
  private volatile @Nullable Proxy proxy;
  private volatile @Nullable String lookedUp;

  @Override
  public void dnsStart(Call call, String domainName) {
    lookedUp = domainName;
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy used) {
    proxy = used;
  }

  /** Connections of before are not made again, and still have their proxy. */
  @Override
  public void connectionAcquired(Call call, Connection connection) {
    proxy = connection.route().proxy();
  }

  @Override
  public void requestHeadersStart(Call call) {
    sending = true;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    status = response.code();
  }

  Reach reach() {
    return sending ? Reach.MAYBE_APPLIED : Reach.NOT_SENT;
  }

  /** The status of the response; 0 where none arrived. */
  int status() {
    return status;
  }

  /** The address of the proxy that a connection was tried to; null where there was none. */
  @Nullable String proxy() {
    Proxy used = proxy;
    return used != null && used.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : null;
  }

  /** The name that was looked up last; null where none was. */
  @Nullable String lookedUp() {
    return lookedUp;
  }
}
