package dev.roster.emulator.internal.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All connections, those of which nothing was heard for longest first, within a bound of their
 * number and one of the memory that their requests take. Where there is no room, the client that
 * has kept the emulator waiting longest goes.
 */
public final class Connections {

  /** Enough for every client of a test; few enough for the files that a process may open. */
  static final int MAX = 1024;

  /** An eighth of the heap, so that reading what has come fits beside it; at least one request. */
  static final long MAX_BYTES =
      Math.max(
          Runtime.getRuntime().maxMemory() / 8, RequestBody.MAX_BYTES + RequestBody.MAX_BYTES / 2);

  private final Map<Connection, Integer> held = new LinkedHashMap<>();
  private final int max;
  private final long maxBytes;
  private long bytes;

  Connections() {
    this(MAX, MAX_BYTES);
  }

  Connections(int max, long maxBytes) {
    this.max = max;
    this.maxBytes = maxBytes;
  }

  void add(Connection connection, long now) throws IOException {
    held.put(connection, 0);
    if (held.size() > max) {
      Connection leaving = first(each -> !each.isBusy() && each != connection).orElse(connection);
      leaving.close();
      heardOf(leaving, now);
    }
  }

  /** Accounts for what a connection holds now, and makes room where that is too much. */
  void heardOf(Connection connection, long now) throws IOException {
    account(connection);
    while (bytes > maxBytes) {
      Connection leaving = first(each -> each.isHalfSent() && each.held() > 0).orElse(connection);
      refuse(leaving, now);
      if (leaving == connection) {
        return;
      }
    }
  }

  private void refuse(Connection leaving, long now) throws IOException {
    leaving.refuse(
        new MalformedRequestException(
            MalformedRequestException.NO_ROOM, "too many bytes of requests have come"),
        now);
    account(leaving);
  }

  /** Ends those of which nothing was heard for too long, and forgets those that have ended. */
  void sweep(long now) {
    for (Connection each : new ArrayList<>(held.keySet())) {
      try {
        each.expire(now);
      } catch (IOException gone) {
        each.close();
      }
      recount(each);
    }
  }

  void closeAll() {
    held.keySet().forEach(Connection::close);
    held.clear();
    bytes = 0;
  }

  int size() {
    return held.size();
  }

  long bytes() {
    return bytes;
  }

  private Optional<Connection> first(Predicate<Connection> wanted) {
    return held.keySet().stream().filter(wanted).findFirst();
  }

  private void account(Connection connection) {
    Integer before = held.remove(connection);
    bytes -= before == null ? 0 : before;
    if (!connection.isClosed()) {
      held.put(connection, connection.held());
      bytes += connection.held();
    }
  }

  private void recount(Connection connection) {
    int now = connection.held();
    if (connection.isClosed()) {
      account(connection);
    } else {
      Integer before = held.put(connection, now);
      bytes += now - (before == null ? 0 : before);
    }
  }
}
