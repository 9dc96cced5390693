package dev.roster.campaign.proxy;

import dev.roster.TimeSource;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.AttemptKey;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The service as the proxy sees it: it carries requests out, and writes down what each changed.
 * Writes of one pair go in one after the other, so that the ledger has the order of the store.
 */
public final class Service implements AutoCloseable {

  private static final int FIRST_REDIRECT = 300;

  private final Upstream upstream;
  private final Dialect dialect;
  private final Ledger ledger;
  private final TimeSource time;
  private final EntryWrites entries;

  public Service(int port, Dialect dialect, Ledger ledger, TimeSource time) {
    this.upstream = new Upstream(port);
    this.dialect = dialect;
    this.ledger = ledger;
    this.time = time;
    this.entries = new EntryWrites(dialect, ledger.entries());
  }

  Dialect dialect() {
    return dialect;
  }

  /** The pair that a request is about; null for listings, and for memberships that never were. */
  @Nullable GroupMember pair(WireRequest request) {
    var membership = dialect.membership(request);
    return membership == null ? dialect.pair(request) : ledger.pair(membership);
  }

  /** The user or group that a request creates, changes or deletes. */
  @Nullable EntryName entry(WireRequest request) {
    return entries.name(request);
  }

  WireResponse carryOut(WireRequest request, AttemptKey by) throws IOException {
    EntryName entry = entries.name(request);
    if (entry != null) {
      return inOrder(
          ledger.entries().lockOf(entry),
          request,
          (response, span) -> entries.note(entry, request, response, by, span));
    }
    GroupMember pair = pair(request);
    return pair == null || !dialect.operation(request).isWrite()
        ? upstream.exchange(request)
        : inOrder(
            ledger.lockOf(pair),
            request,
            (response, span) -> note(pair, request, response, by, span));
  }

  /** Holds what a write changes until its success is noted. */
  private WireResponse inOrder(
      Lock lock, WireRequest request, BiConsumer<WireResponse, EntryWrites.Span> noting)
      throws IOException {
    lock.lock();
    try {
      long from = time.nanoTime();
      WireResponse response = upstream.exchange(request);
      if (response.status() < FIRST_REDIRECT) {
        noting.accept(response, new EntryWrites.Span(from, time.nanoTime()));
      }
      return response;
    } finally {
      lock.unlock();
    }
  }

  private void note(
      GroupMember pair,
      WireRequest request,
      WireResponse response,
      AttemptKey by,
      EntryWrites.Span span) {
    var made = dialect.made(response);
    var removed = dialect.membership(request);
    if (removed != null) {
      ledger.removed(removed, by, span.from(), span.to());
    } else if (made != null) {
      ledger.made(pair, new Stored(made, by), span.from(), span.to());
    }
  }

  @Override
  public void close() {
    upstream.close();
  }
}
