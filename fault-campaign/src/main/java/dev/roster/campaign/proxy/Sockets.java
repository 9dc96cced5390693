package dev.roster.campaign.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** How connections end. */
public final class Sockets {

  private Sockets() {}

  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // Then there is nothing to reset.
    }
    close(socket);
  }

  static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException ended) {
      // What is wanted is that it is closed, and it is.
    }
  }
}
