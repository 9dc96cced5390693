package dev.roster.cache;

import dev.roster.DirectoryEntries;
import dev.roster.NotFoundException;
import dev.roster.Resource;
import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.query.NameResolver;
import dev.roster.query.Resolution;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The users or the groups of a store, of which look-ups are remembered for a while. Made by {@link
 * CachedLookups}. Thread-safe.
 *
 * <p>Callers that ask for the same key at the same time share one request, and its failure. A
 * caller that is interrupted fails alone. A failure is never remembered, nor is a key that several
 * entries have. That none has a key is remembered only where {@link
 * CachedLookups.Builder#rememberAbsences} says so.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public final class CachedEntries<I, E extends DirectoryEntry<I, E>> {

  private final DirectoryEntries<I, E> entries;
  private final NameResolver<I, E> resolver;
  private final Function<E, Optional<String>> nameOf;
  private final UnaryOperator<String> canonical;
  private final Remembered<LookupKey<E>, I> ids;
  private final Remembered<String, Optional<String>> names;

  CachedEntries(
      DirectoryEntries<I, E> entries,
      NameResolver<I, E> resolver,
      Function<E, Optional<String>> nameOf,
      UnaryOperator<String> canonical,
      CacheSettings settings) {
    this.entries = entries;
    this.resolver = resolver;
    this.nameOf = nameOf;
    this.canonical = canonical;
    this.ids = new Remembered<>(settings);
    this.names = new Remembered<>(settings);
  }

  /**
   * Finds the identifier of one by a key, as {@link DirectoryEntries#findId}. No request where the
   * key is remembered.
   *
   * @param key a name, an e-mail address or an external id, exactly as the store has it
   * @return empty where there is none with exactly this key
   * @throws dev.roster.RosterException as {@link DirectoryEntries#findId}
   */
  public Optional<I> findId(LookupKey<E> key) {
    Objects.requireNonNull(key, "key must not be null");
    return Optional.ofNullable(ids.all(Set.of(key), this::askForId).get(key));
  }

  private Answers<LookupKey<E>, I> askForId(Set<LookupKey<E>> one) {
    LookupKey<E> key = one.iterator().next();
    return entries
        .findId(key)
        .map(id -> new Answers<>(Map.of(key, id), Set.<LookupKey<E>>of()))
        .orElseGet(() -> new Answers<>(Map.of(), one));
  }

  /**
   * Finds the identifiers of many keys, as {@link NameResolver#resolve}. Only keys that are not
   * remembered are asked for, with the fewest calls.
   *
   * @param keys the keys; repeated ones count once
   * @return each key as found, missing or ambiguous
   * @throws dev.roster.RosterException as any call, for the first call that fails
   */
  public Resolution<I, E> resolve(Collection<LookupKey<E>> keys) {
    Map<LookupKey<E>, Set<I>> hits = new LinkedHashMap<>();
    keys.forEach(key -> hits.put(Objects.requireNonNull(key, "key must not be null"), Set.of()));
    Map<LookupKey<E>, Set<I>> ambiguous = new HashMap<>();
    ids.all(hits.keySet(), open -> resolve(open, ambiguous))
        .forEach((key, id) -> hits.put(key, Set.of(id)));
    hits.putAll(ambiguous);
    return Resolution.of(hits);
  }

  private Answers<LookupKey<E>, I> resolve(
      Set<LookupKey<E>> open, Map<LookupKey<E>, Set<I>> ambiguous) {
    Resolution<I, E> resolved = resolver.resolve(open);
    ambiguous.putAll(resolved.ambiguous());
    return new Answers<>(resolved.found(), resolved.missing());
  }

  /**
   * The name of one: the user name of a user, the display name of a group. No request where it is
   * remembered, otherwise one.
   *
   * @param id the identifier
   * @return empty where it does not exist or has no name
   * @throws dev.roster.RosterException as any call
   */
  public Optional<String> nameOf(I id) {
    Objects.requireNonNull(id, "id must not be null");
    String key = canonical(id);
    Map<String, Optional<String>> known = names.all(Set.of(key), open -> askForName(key, id));
    return known.getOrDefault(key, Optional.empty());
  }

  private Answers<String, Optional<String>> askForName(String key, I id) {
    try {
      return new Answers<>(Map.of(key, nameOf.apply(entries.get(id))), Set.of());
    } catch (NotFoundException absent) {
      if (absent.missing() == Resource.IDENTITY_STORE) {
        throw absent;
      }
      return new Answers<>(Map.of(), Set.of(key));
    }
  }

  /**
   * The names of many, as {@link NameResolver#entries} reads them. Only those that are not
   * remembered are asked for, with the fewest calls.
   *
   * @param some the identifiers; repeated ones count once
   * @return the names in the order given, as an unmodifiable map; what does not exist or has no
   *     name is not in it
   * @throws dev.roster.RosterException as any call, for the first call that fails
   */
  public Map<I, String> names(Collection<I> some) {
    Map<String, I> spelt = spelt(some);
    Map<String, Optional<String>> known =
        names.all(spelt.keySet(), open -> askForNames(open, spelt));
    return ordered(some, known);
  }

  private Map<String, I> spelt(Collection<I> some) {
    Map<String, I> spelt = new LinkedHashMap<>();
    some.forEach(
        id -> spelt.putIfAbsent(canonical(Objects.requireNonNull(id, "id must not be null")), id));
    return spelt;
  }

  private Map<I, String> ordered(Collection<I> some, Map<String, Optional<String>> known) {
    Map<I, String> ordered = new LinkedHashMap<>();
    new LinkedHashSet<>(some)
        .forEach(
            id ->
                known
                    .getOrDefault(canonical(id), Optional.empty())
                    .ifPresent(name -> ordered.put(id, name)));
    return Collections.unmodifiableMap(ordered);
  }

  private Answers<String, Optional<String>> askForNames(Set<String> open, Map<String, I> spelt) {
    Map<String, Optional<String>> found = new HashMap<>();
    resolver
        .entries(open.stream().map(spelt::get).map(Objects::requireNonNull).toList())
        .forEach((id, entry) -> found.put(canonical(id), nameOf.apply(entry)));
    Set<String> missing = new HashSet<>(open);
    missing.removeAll(found.keySet());
    return new Answers<>(found, missing);
  }

  /**
   * Creates one, as {@link DirectoryEntries#create}, and forgets what it can have made untrue,
   * whatever the outcome: the identifiers of all keys, and all absences. Requests that are under
   * way are not remembered.
   *
   * @param fields its fields
   * @return its identifier
   * @throws dev.roster.RosterException as {@link DirectoryEntries#create}
   */
  public CreatedEntry<I> create(FieldValues<E> fields) {
    try {
      return entries.create(fields);
    } finally {
      forgetKeys();
      names.forgetIf(name -> false);
    }
  }

  /**
   * What a write gives to one can be remembered as another's, whom another client has renamed or
   * deleted, in any spelling that the service takes for the same. Which spellings those are only
   * the service knows.
   */
  private void forgetKeys() {
    ids.forgetIf(id -> true);
  }

  /**
   * Changes fields, as {@link DirectoryEntries#update}, and forgets what it can have made untrue,
   * whatever the outcome: its name, the identifiers of all keys, and all absences. Requests that
   * are under way are not remembered.
   *
   * @param id its identifier
   * @param changes at least one change
   * @throws dev.roster.RosterException as {@link DirectoryEntries#update}
   */
  public void update(I id, FieldChanges<E> changes) {
    try {
      entries.update(id, changes);
    } finally {
      forgetKeys();
      forget(id);
    }
  }

  /**
   * Deletes one, as {@link DirectoryEntries#delete}, and forgets it, whatever the outcome.
   *
   * @param id its identifier
   * @throws dev.roster.RosterException as {@link DirectoryEntries#delete}
   */
  public void delete(I id) {
    try {
      entries.delete(id);
    } finally {
      forget(id);
    }
  }

  /**
   * Forgets a key. A request for it that is under way is not remembered.
   *
   * @param key a key that has changed
   */
  public void forget(LookupKey<E> key) {
    ids.forget(Objects.requireNonNull(key, "key must not be null"));
  }

  /**
   * Forgets an identifier, all keys that lead to it, and all absences. Requests that are under way
   * are not remembered.
   *
   * @param id the identifier of one that has changed
   */
  public void forget(I id) {
    Objects.requireNonNull(id, "id must not be null");
    String changed = canonical(id);
    ids.forgetIf(other -> canonical(other).equals(changed));
    names.forgetIf(name -> false);
    names.forget(changed);
  }

  /** Forgets everything. Requests that are under way are not remembered. */
  public void forgetAll() {
    ids.forgetIf(id -> true);
    names.forgetIf(name -> true);
  }

  /** {@return how often the service was not asked, over names and identifiers} */
  public CacheStatistics statistics() {
    return ids.statistics().plus(names.statistics());
  }

  /** Identifiers are texts of their own spelling. */
  private String canonical(I id) {
    return canonical.apply(String.valueOf(id));
  }

  /** The counts only: names are personal data. */
  @Override
  public String toString() {
    return "CachedEntries[%s]".formatted(statistics());
  }
}
