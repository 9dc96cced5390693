package dev.roster.huawei;

import dev.roster.spi.Reach;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Sees whether any byte of the request may have left. Exception classes cannot tell: a connect
 * timeout and a read timeout share one.
 */
final class AttemptTrace extends EventListener {

  private volatile boolean sending;

  @Override
  public void requestHeadersStart(Call call) {
    sending = true;
  }

  Reach reach() {
    return sending ? Reach.MAYBE_APPLIED : Reach.NOT_SENT;
  }
}
