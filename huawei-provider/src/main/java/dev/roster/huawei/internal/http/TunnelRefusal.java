package dev.roster.huawei.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy that does not open a tunnel. OkHttp reports it in the message alone. */
final class TunnelRefusal {

  private static final Pattern STATUS =
      Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");
  private static final String NOT_AUTHENTICATED = "Failed to authenticate with proxy";

  private TunnelRefusal() {}

  /** The proxy's status; 0 where it is none of its refusals. */
  static int status(Throwable failure) {
    String words = String.valueOf(failure.getMessage());
    if (words.equals(NOT_AUTHENTICATED)) {
      return 407;
    }
    Matcher matcher = STATUS.matcher(words);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /**
   * Whether the proxy would refuse the next tunnel too: it is what it was asked that it refuses.
   */
  static boolean isFinal(Throwable failure) {
    int status = status(failure);
    return status >= 300 && status < 500 && status != 408 && status != 429;
  }
}
