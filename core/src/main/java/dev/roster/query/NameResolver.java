package dev.roster.query;

import dev.roster.CallOptions;
import dev.roster.CallPriority;
import dev.roster.DirectoryEntries;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.NotFoundException;
import dev.roster.Outcome;
import dev.roster.Page;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import dev.roster.UserId;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.Group;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.internal.concurrent.Concurrency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Finds the identifiers of thousands of names, or the entries of thousands of identifiers, in the
 * fewest calls. Immutable and thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * NameResolver<UserId, User> users = NameResolver.ofUsers(client).withStoreSize(10_000);
 * System.out.println(users.plan(names).mostCalls().orElseThrow() + " calls at most");
 * Resolution<UserId, User> resolved = users.resolve(names);
 * System.out.println(resolved.missing().size() + " names are not there");
 * }</pre>
 *
 * <p>A listing of the store answers for all keys with one call per page; a look-up answers for one
 * key with one call, and one query for as many identifiers as the service takes. The resolver takes
 * what costs less. Where the size of the store is not known, it lists half as many pages as there
 * are keys, and looks up what is left then. A call is more than one request where the service looks
 * up by a filtered listing.
 *
 * <p>Every method blocks until the whole result is there. The first call that fails, in spite of
 * its retries, ends the others, and its {@link RosterException} is thrown: there are no half
 * results. A name that has not been found is a result and no failure.
 *
 * @param <I> {@link UserId} or {@link GroupId}
 * @param <E> {@link User} or {@link Group}
 */
public final class NameResolver<I, E extends DirectoryEntry<I, E>> {

  private final DirectoryEntries<I, E> entries;
  private final UnaryOperator<String> canonical;
  private final OptionalLong storeSize;
  private final Concurrency concurrency;

  private NameResolver(
      DirectoryEntries<I, E> entries,
      UnaryOperator<String> canonical,
      OptionalLong storeSize,
      Concurrency concurrency) {
    this.entries = entries;
    this.canonical = canonical;
    this.storeSize = storeSize;
    this.concurrency = concurrency;
  }

  /**
   * A resolver of users, at {@link CallPriority#BULK}.
   *
   * @param client stays the caller's to close
   * @return a resolver that does not know the size of the store
   */
  public static NameResolver<UserId, User> ofUsers(RosterClient client) {
    return of(client, patient(client).directory().users());
  }

  /**
   * A resolver of groups, at {@link CallPriority#BULK}.
   *
   * @param client stays the caller's to close
   * @return a resolver that does not know the size of the store
   */
  public static NameResolver<GroupId, Group> ofGroups(RosterClient client) {
    return of(client, patient(client).directory().groups());
  }

  private static RosterClient patient(RosterClient client) {
    CallOptions patient =
        client.options().withPriority(CallPriority.BULK).withPageSize(Integer.MAX_VALUE);
    return client.with(patient);
  }

  private static <I, E extends DirectoryEntry<I, E>> NameResolver<I, E> of(
      RosterClient client, DirectoryEntries<I, E> entries) {
    return new NameResolver<>(
        entries,
        client::canonicalId,
        OptionalLong.empty(),
        Concurrency.ownThreads("roster-query", AccessQueries.DEFAULT_CONCURRENCY)
            .within(work -> ThreadContext.of(client).around(work)));
  }

  /**
   * The same resolver, for a store of known size.
   *
   * @param size about how many users or groups the store has; 0 or more
   * @return a new resolver
   * @throws IllegalArgumentException if the size is negative
   */
  public NameResolver<I, E> withStoreSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("store size must not be negative, but is " + size);
    }
    return new NameResolver<>(entries, canonical, OptionalLong.of(size), concurrency);
  }

  /**
   * The same resolver with another number of look-ups at a time.
   *
   * @param calls 1 or more
   * @return a new resolver
   * @throws IllegalArgumentException if the number is less than 1
   */
  public NameResolver<I, E> withConcurrency(int calls) {
    return new NameResolver<>(entries, canonical, storeSize, concurrency.withCalls(calls));
  }

  /**
   * The same resolver on the threads of an application, as {@link AccessQueries#withExecutor}.
   *
   * @param executor never shut down, and not used after the result is there
   * @return a new resolver
   */
  public NameResolver<I, E> withExecutor(Executor executor) {
    return new NameResolver<>(entries, canonical, storeSize, concurrency.on(executor));
  }

  /**
   * Plans the fewest calls for {@link #resolve}. Sends nothing.
   *
   * @param keys the keys; repeated ones count once
   * @return what it costs at the most
   */
  public ResolutionPlan plan(Collection<LookupKey<E>> keys) {
    Set<LookupKey<E>> distinct = new LinkedHashSet<>(keys);
    return plan(distinct.size(), distinct.stream().allMatch(this::canBeLookedUp));
  }

  /**
   * Plans the fewest calls for {@link #entries}. Sends nothing.
   *
   * @param ids the identifiers; repeated ones count once
   * @return what it costs at the most
   */
  public ResolutionPlan planEntries(Collection<I> ids) {
    return plan(queries(new LinkedHashSet<>(ids).size()), true);
  }

  /** The requests that read so many entries without a listing. */
  private long queries(long ids) {
    return (ids + idsPerQuery() - 1) / idsPerQuery();
  }

  private int idsPerQuery() {
    return entries.traits().map(traits -> Math.max(1, traits.idsPerQuery())).orElse(1);
  }

  private ResolutionPlan plan(long keys, boolean singleCalls) {
    return ResolutionPlan.of(keys, pagesOfStore(), singleCalls);
  }

  private OptionalLong pagesOfStore() {
    if (storeSize.isEmpty()) {
      return OptionalLong.empty();
    }
    long page = entries.traits().map(traits -> traits.largestPage()).orElse(1);
    return OptionalLong.of(Math.max(1, (storeSize.getAsLong() + page - 1) / page));
  }

  private boolean canBeLookedUp(LookupKey<E> key) {
    return entries.traits().filter(traits -> !traits.lookups(key.kind()).isEmpty()).isPresent();
  }

  /**
   * Finds the identifiers of keys.
   *
   * @param keys the keys; repeated ones count once
   * @return each key as found, missing or ambiguous. A key that breaks a rule of the service is
   *     missing: none can have it
   */
  public Resolution<I, E> resolve(Collection<LookupKey<E>> keys) {
    Map<LookupKey<E>, Set<I>> hits = new LinkedHashMap<>();
    keys.forEach(key -> hits.put(key, new LinkedHashSet<>()));
    boolean whole = list(plan(keys), entry -> addHits(hits, entry));
    if (!whole && !lookUp(hits)) {
      hits.replaceAll((key, ids) -> new LinkedHashSet<>());
      entries.list().forEach(entry -> addHits(hits, entry));
    }
    return new Resolution<>(hits);
  }

  private void addHits(Map<LookupKey<E>, Set<I>> hits, E entry) {
    for (LookupKey<E> key : entry.keys()) {
      Set<I> ids = hits.get(key);
      if (ids != null) {
        ids.add(entry.id());
      }
    }
  }

  /** Returns false where the service turns out to look no such key up: a listing answers then. */
  private boolean lookUp(Map<LookupKey<E>, Set<I>> hits) {
    Map<LookupKey<E>, Set<I>> looked = new ConcurrentHashMap<>();
    try {
      run(open(hits.keySet(), key -> isOpen(key, hits)), key -> looked.put(key, idsOf(key)));
    } catch (RosterException failure) {
      if (failure.code() != ErrorCode.UNSUPPORTED) {
        throw failure;
      }
      return false;
    }
    hits.replaceAll((key, ids) -> looked.getOrDefault(key, ids));
    return true;
  }

  /** A name is unique; of any other key, the rest of a listing that was left can have another. */
  private boolean isOpen(LookupKey<E> key, Map<LookupKey<E>, Set<I>> hits) {
    return key.kind() != LookupKey.Kind.NAME || hits.getOrDefault(key, Set.of()).isEmpty();
  }

  private Set<I> idsOf(LookupKey<E> key) {
    try {
      return entries.findId(key).map(Set::of).orElse(Set.of());
    } catch (RosterException failure) {
      if (failure.code() == ErrorCode.INVALID_ARGUMENT && failure.outcome() == Outcome.NOT_SENT) {
        return Set.of();
      }
      if (failure.code() != ErrorCode.AMBIGUOUS) {
        throw failure;
      }
      Set<I> all = new LinkedHashSet<>();
      entries.list(key).stream().filter(entry -> entry.has(key)).forEach(it -> all.add(it.id()));
      return all;
    }
  }

  /**
   * Reads the entries of identifiers.
   *
   * @param ids the identifiers; repeated ones count once
   * @return the entries in the order given, as an unmodifiable map; what does not exist is not in
   *     it
   */
  public Map<I, E> entries(Collection<I> ids) {
    Set<I> wanted = new LinkedHashSet<>(ids);
    Map<String, E> found = new ConcurrentHashMap<>();
    Set<String> spelt = new HashSet<>();
    wanted.forEach(id -> spelt.add(canonical(id)));
    boolean whole = list(planEntries(wanted), entry -> keep(entry, spelt, found));
    if (!whole) {
      run(chunks(open(wanted, id -> !found.containsKey(canonical(id)))), some -> read(some, found));
    }
    Map<I, E> ordered = new LinkedHashMap<>();
    for (I id : wanted) {
      E entry = found.get(canonical(id));
      if (entry != null) {
        ordered.put(id, entry);
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  private void keep(E entry, Set<String> wanted, Map<String, E> found) {
    String id = canonical(entry.id());
    if (wanted.contains(id)) {
      found.put(id, entry);
    }
  }

  /** Identifiers are texts of their own spelling. */
  private String canonical(I id) {
    return canonical.apply(String.valueOf(id));
  }

  private List<List<I>> chunks(List<I> ids) {
    List<List<I>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += idsPerQuery()) {
      chunks.add(ids.subList(from, Math.min(from + idsPerQuery(), ids.size())));
    }
    return chunks;
  }

  private void read(List<I> ids, Map<String, E> found) {
    if (idsPerQuery() > 1) {
      entries.getAll(ids).forEach((id, entry) -> found.put(canonical(id), entry));
    } else {
      ids.forEach(id -> read(id, found));
    }
  }

  private void read(I id, Map<String, E> found) {
    try {
      found.put(canonical(id), entries.get(id));
    } catch (NotFoundException absent) {
      if (absent.missing() == Resource.IDENTITY_STORE) {
        throw absent;
      }
    }
  }

  /** Returns whether everything that the store has was seen. */
  private boolean list(ResolutionPlan plan, Consumer<E> seen) {
    if (!plan.lists()) {
      return false;
    }
    Iterator<Page<E>> pages = entries.list().pages().iterator();
    for (long page = 0; page < plan.mostPages() && pages.hasNext(); page++) {
      pages.next().items().forEach(seen);
    }
    return !pages.hasNext();
  }

  private static <K> List<K> open(Collection<K> keys, Predicate<K> isOpen) {
    return keys.stream().filter(isOpen).toList();
  }

  private <K> void run(List<K> keys, Consumer<K> call) {
    concurrency.run(keys.stream().<Runnable>map(key -> () -> call.accept(key)).toList());
  }

  @Override
  public String toString() {
    return "NameResolver[storeSize=%s, concurrency=%d]".formatted(storeSize, concurrency.calls());
  }
}
