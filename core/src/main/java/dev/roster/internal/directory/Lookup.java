package dev.roster.internal.directory;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.LookupKey;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.call.Call;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.paging.RepeatedTokenGuard;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.LookupWay;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look-up by a key: by the service's own request where it has one, otherwise by a filtered
 * listing of which only what has exactly the key counts. A way that the service refuses for every
 * key is not tried again.
 */
final class Lookup<I, E extends DirectoryEntry<I, E>> {

  private static final int MOST_NAMED = 10;

  private final Call call;
  private final EntryKind<I, E> kind;
  private final EntryDriver<I, E> driver;
  private final LookupMemory memory;
  private final LookupKey<E> key;

  Lookup(
      Call call,
      EntryKind<I, E> kind,
      EntryDriver<I, E> driver,
      LookupMemory memory,
      LookupKey<E> key) {
    this.call = call;
    this.kind = kind;
    this.driver = driver;
    this.memory = memory;
    this.key = key;
  }

  /** Whether the service finds an entry by such a key at all. */
  boolean isPossible() {
    return !driver.traits().lookups(key).isEmpty();
  }

  /** How requests are made: retried, or as single reads that settle a write. */
  interface Sender {
    <T> T send(Operation operation, DriverCall<T> driverCall) throws RequestFailed;
  }

  /** What was found; a listing shows the whole entry. */
  record Found<I, E>(I id, @Nullable E entry) {}

  /** Returns null where there is none. */
  @Nullable Found<I, E> run(Sender sender) throws RequestFailed {
    List<LookupWay> ways = driver.traits().lookups(key);
    for (int at = next(ways, 0); ; at = next(ways, at + 1)) {
      LookupWay way = ways.get(at);
      try {
        Found<I, E> found = by(way, sender);
        memory.worked(kind.operations().find(), key.kind(), way);
        return found;
      } catch (RequestFailed failed) {
        if (failed.code() != ErrorCode.UNSUPPORTED || at == ways.size() - 1) {
          throw failed;
        }
        remember(way);
      }
    }
  }

  /** The last way is tried in any case. */
  private int next(List<LookupWay> ways, int from) {
    int at = from;
    while (at < ways.size() - 1
        && memory.isRefused(kind.operations().find(), key.kind(), ways.get(at))) {
      at++;
    }
    return at;
  }

  private void remember(LookupWay refused) {
    if (driver.traits().hasUnclearRefusals(key.kind())) {
      memory.refused(kind.operations().find(), key, refused);
    } else {
      memory.refused(kind.operations().find(), key.kind(), refused);
    }
  }

  private @Nullable Found<I, E> by(LookupWay way, Sender sender) throws RequestFailed {
    return way == LookupWay.LISTING ? listed(sender) : asked(way, sender);
  }

  private @Nullable Found<I, E> asked(LookupWay way, Sender sender) throws RequestFailed {
    try {
      I id = sender.send(kind.operations().find(), attempt -> driver.find(key, way, attempt));
      return new Found<>(id, null);
    } catch (RequestFailed failed) {
      if (isMissing(kind, failed)) {
        return null;
      }
      throw failed;
    }
  }

  /** A not-found that says that the store is missing is not about the entry. */
  static boolean isMissing(EntryKind<?, ?> kind, RequestFailed failed) {
    Resource missing = failed.description().missing();
    return failed.code() == ErrorCode.NOT_FOUND
        && (missing == kind.resource() || missing == Resource.UNSPECIFIED);
  }

  private @Nullable Found<I, E> listed(Sender sender) throws RequestFailed {
    Map<I, E> exact = new LinkedHashMap<>();
    RepeatedTokenGuard guard = new RepeatedTokenGuard(null);
    PageRequest page = PageRequest.first(driver.traits().largestPage());
    while (page != null) {
      PageRequest asked = page;
      RawPage<E> read =
          sender.send(kind.operations().list(), attempt -> driver.list(key, asked, attempt));
      read.items().stream()
          .filter(entry -> entry.has(key))
          .forEach(entry -> exact.put(entry.id(), entry));
      page = next(read, asked, guard);
    }
    return only(exact);
  }

  private @Nullable PageRequest next(RawPage<E> read, PageRequest asked, RepeatedTokenGuard guard)
      throws RequestFailed {
    String token = read.nextToken().orElse(null);
    if (token != null && guard.isRepeated(token)) {
      throw call.failure(
          ErrorCode.INVALID_RESPONSE, "the service repeats a page token of the filtered listing");
    }
    return token == null ? null : PageRequest.after(asked.size(), token);
  }

  private @Nullable Found<I, E> only(Map<I, E> exact) throws RequestFailed {
    if (exact.size() > 1) {
      throw call.failure(
          ErrorCode.AMBIGUOUS,
          "%d %ss have exactly this %s: %s"
              .formatted(exact.size(), kind.word(), key.kind().words(), some(exact)));
    }
    return exact.values().stream()
        .findFirst()
        .map(entry -> new Found<>(entry.id(), entry))
        .orElse(null);
  }

  private static String some(Map<?, ?> exact) {
    String ids =
        exact.keySet().stream()
            .limit(MOST_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return exact.size() > MOST_NAMED ? ids + ", ..." : ids;
  }
}
