package dev.roster.aws.internal.http;

import java.io.IOException;

/** A proxy did not let a request pass. */
public final class ProxyRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final int status;

  ProxyRefusedException(int status, String proxy) {
    super("%s refused the connection with status %d".formatted(proxy, status));
    this.status = status;
  }

  /** Whether another attempt may pass; else the proxy, or its configuration here, has to change. */
  public boolean isTransient() {
    return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
  }
}
