package dev.roster.aws.internal.http;

/**
 * The moments in which an abort would leave a socket open: Apache 5 marks a connection as closed
 * before it has its socket, binds the socket to it all the same, and closes nothing afterwards,
 * because it is closed already. It has no event for the binding, so the only witness is the stack
 * of the thread that connects. See {@code docs/decisions/apache-bind-after-close.md}.
 */
final class ConnectWindow {

  private static final String APACHE = "org.apache.hc.client5.";

  private ConnectWindow() {}

  /** Whether a thread is making a connection and may not have bound its socket yet. */
  static boolean isOpen(Thread caller) {
    boolean connecting = false;
    for (StackTraceElement frame : caller.getStackTrace()) {
      if (isBound(frame)) {
        return false;
      }
      connecting |=
          frame.getMethodName().equals("connectEndpoint")
              && frame.getClassName().startsWith(APACHE);
    }
    return connecting;
  }

  /** It is bound before it connects and before TLS begins. */
  private static boolean isBound(StackTraceElement frame) {
    String method = frame.getMethodName();
    return (method.equals("connect") && frame.getClassName().equals("java.net.Socket"))
        || (method.equals("upgradeToTls") && frame.getClassName().startsWith(APACHE));
  }
}
