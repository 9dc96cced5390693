package dev.roster.emulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All connections, those of which nothing was heard for longest first, within a bound of their
 * number and one of the memory that their requests take. Where there is no room, whoever has kept
 * the emulator waiting longest goes.
 */
final class HttpConnections {

  /** Enough for every client of a test; few enough for the files that a process may open. */
  static final int MAX = 1024;

  /** An eighth of the heap, so that reading what has come fits beside it; at least one request. */
  static final long MAX_BYTES =
      Math.max(Runtime.getRuntime().maxMemory() / 8, HttpBody.MAX_BYTES + HttpBody.MAX_BYTES / 2);

  private final Map<HttpConnection, Integer> held = new LinkedHashMap<>();
  private final int max;
  private final long maxBytes;
  private long bytes;

  HttpConnections() {
    this(MAX, MAX_BYTES);
  }

  HttpConnections(int max, long maxBytes) {
    this.max = max;
    this.maxBytes = maxBytes;
  }

  void add(HttpConnection connection, long now) throws IOException {
    held.put(connection, 0);
    if (held.size() > max) {
      HttpConnection leaving =
          first(each -> !each.isBusy() && each != connection).orElse(connection);
      leaving.close();
      heardOf(leaving, now);
    }
  }

  /** Accounts for what a connection holds now, and makes room where that is too much. */
  void heardOf(HttpConnection connection, long now) throws IOException {
    account(connection);
    while (bytes > maxBytes) {
      HttpConnection leaving =
          first(each -> each.isHalfSent() && each.held() > 0).orElse(connection);
      leaving.refuse(
          new HttpRefusal(HttpRefusal.NO_ROOM, "too many bytes of requests have come"), now);
      account(leaving);
      if (leaving == connection) {
        return;
      }
    }
  }

  /** Ends those of which nothing was heard for too long, and forgets those that have ended. */
  void sweep(long now) {
    for (HttpConnection each : new ArrayList<>(held.keySet())) {
      try {
        each.expire(now);
      } catch (IOException gone) {
        each.close();
      }
      recount(each);
    }
  }

  void closeAll() {
    held.keySet().forEach(HttpConnection::close);
    held.clear();
    bytes = 0;
  }

  int size() {
    return held.size();
  }

  long bytes() {
    return bytes;
  }

  private Optional<HttpConnection> first(Predicate<HttpConnection> wanted) {
    return held.keySet().stream().filter(wanted).findFirst();
  }

  private void account(HttpConnection connection) {
    Integer before = held.remove(connection);
    bytes -= before == null ? 0 : before;
    if (!connection.isClosed()) {
      held.put(connection, connection.held());
      bytes += connection.held();
    }
  }

  private void recount(HttpConnection connection) {
    int now = connection.held();
    if (connection.isClosed()) {
      account(connection);
    } else {
      Integer before = held.put(connection, now);
      bytes += now - (before == null ? 0 : before);
    }
  }
}
