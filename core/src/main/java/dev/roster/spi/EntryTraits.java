package dev.roster.spi;

import dev.roster.directory.Field;
import dev.roster.directory.LookupKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a service can do with its users or its groups. Immutable.
 *
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public final class EntryTraits<E> {

  /** How a service's filter of a listing compares. */
  public enum Filter {
    /** The listing has no such filter. */
    NONE,
    /** What is listed has exactly the key. */
    EXACT,
    /** What is listed may have more than the key, such as the key as a part of its name. */
    FUZZY
  }

  private final int largestPage;
  private final int idsPerQuery;
  private final Map<LookupKey.Kind, List<LookupWay>> lookups;
  private final Map<LookupKey.Kind, Integer> longestDirect;
  private final Map<LookupKey.Kind, Filter> filters;
  private final Set<Field<E, ?>> writable;
  private final Set<Field<E, ?>> required;
  private final Set<LookupKey.Kind> unclearRefusals;
  private final boolean providerFields;
  private final boolean revisions;

  private EntryTraits(Builder<E> from) {
    this.largestPage = from.largestPage;
    this.idsPerQuery = from.idsPerQuery;
    this.lookups = Map.copyOf(from.lookups);
    this.longestDirect = Map.copyOf(from.longestDirect);
    this.filters = Map.copyOf(from.filters);
    this.writable = Set.copyOf(from.writable);
    this.required = Set.copyOf(from.required);
    this.unclearRefusals = Set.copyOf(from.unclearRefusals);
    this.providerFields = from.providerFields;
    this.revisions = from.revisions;
  }

  /**
   * Starts traits that promise nothing.
   *
   * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
   * @return a builder
   */
  public static <E> Builder<E> builder() {
    return new Builder<>();
  }

  /** {@return the most items that a page of the listing can hold, at least 1} */
  public int largestPage() {
    return largestPage;
  }

  /** {@return the most identifiers that one query reads; 0 where there is no such query} */
  public int idsPerQuery() {
    return idsPerQuery;
  }

  /**
   * How an entry is found by a key.
   *
   * @param kind what the key is made of
   * @return the ways in the order in which they are tried; empty where the service has none
   */
  public List<LookupWay> lookups(LookupKey.Kind kind) {
    return lookups.getOrDefault(kind, List.of());
  }

  /**
   * How an entry is found by one key, which can be too long for the service's own look-up.
   *
   * @param key the key
   * @return as {@link #lookups(LookupKey.Kind)}, without the ways that take no key of this length
   */
  public List<LookupWay> lookups(LookupKey<E> key) {
    List<LookupWay> ways = lookups(key.kind());
    int longest = longestDirect.getOrDefault(key.kind(), Integer.MAX_VALUE);
    return key.value().length() <= longest
        ? ways
        : ways.stream().filter(LookupWay.LISTING::equals).toList();
  }

  /**
   * Whether a refusal of a way of looking up can be about the key alone.
   *
   * @param kind what the key is made of
   * @return false where it holds for every key
   */
  public boolean hasUnclearRefusals(LookupKey.Kind kind) {
    return unclearRefusals.contains(kind);
  }

  /**
   * How the listing can be filtered.
   *
   * @param kind what the key is made of
   * @return how the filter compares
   */
  public Filter filter(LookupKey.Kind kind) {
    return filters.getOrDefault(kind, Filter.NONE);
  }

  /** {@return the shared fields that a create and an update can set} */
  public Set<Field<E, ?>> writable() {
    return writable;
  }

  /** {@return the fields that a create must set} */
  public Set<Field<E, ?>> required() {
    return required;
  }

  /** {@return whether a create and an update can set provider fields} */
  public boolean providerFields() {
    return providerFields;
  }

  /**
   * Whether an update and a delete can be made conditional on a revision. Entries that are read
   * then carry one, unless the service in use is older than the driver.
   *
   * @return false where the service has no revisions
   */
  public boolean revisions() {
    return revisions;
  }

  @Override
  public String toString() {
    return "EntryTraits[lookups=%s, filters=%s, writable=%s, required=%s]"
        .formatted(lookups, filters, writable, required);
  }

  /**
   * Collects what is true of a service. Not thread-safe.
   *
   * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
   */
  public static final class Builder<E> {

    private final Map<LookupKey.Kind, List<LookupWay>> lookups =
        new EnumMap<>(LookupKey.Kind.class);
    private final Map<LookupKey.Kind, Integer> longestDirect = new EnumMap<>(LookupKey.Kind.class);
    private final Map<LookupKey.Kind, Filter> filters = new EnumMap<>(LookupKey.Kind.class);
    private final Set<LookupKey.Kind> unclearRefusals = EnumSet.noneOf(LookupKey.Kind.class);
    private final Set<Field<E, ?>> writable = new LinkedHashSet<>();
    private final Set<Field<E, ?>> required = new LinkedHashSet<>();
    private int largestPage = ServiceTraits.NEUTRAL_PAGE;
    private int idsPerQuery;
    private boolean providerFields;
    private boolean revisions;

    private Builder() {}

    /**
     * States the largest page of the listing.
     *
     * @param items 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder<E> largestPage(int items) {
      if (items < 1) {
        throw new IllegalArgumentException("a page holds 1 or more, but is to hold " + items);
      }
      this.largestPage = items;
      return this;
    }

    /**
     * States how many entries one query reads by their identifiers; see {@link EntryDriver#getAll}.
     *
     * @param ids 0 where the service has no such query
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public Builder<E> idsPerQuery(int ids) {
      if (ids < 0) {
        throw new IllegalArgumentException("a query takes 0 or more ids, not " + ids);
      }
      this.idsPerQuery = ids;
      return this;
    }

    /**
     * States how an entry is found by a kind of key.
     *
     * @param kind what the key is made of
     * @param ways the ways in the order in which they are tried; {@link LookupWay#LISTING} can only
     *     be the last, and needs a filter of the same kind
     * @return this
     */
    public Builder<E> lookups(LookupKey.Kind kind, LookupWay... ways) {
      lookups.put(kind, List.of(ways));
      return this;
    }

    /**
     * States that the service's own look-up takes shorter keys than its names can be. A longer key
     * is looked up by {@link LookupWay#LISTING} alone.
     *
     * @param kind what the key is made of
     * @param characters the most UTF-16 units of a key that is looked up directly, 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder<E> longestDirect(LookupKey.Kind kind, int characters) {
      if (characters < 1) {
        throw new IllegalArgumentException("a key has 1 character or more, not " + characters);
      }
      longestDirect.put(kind, characters);
      return this;
    }

    /**
     * States that the service does not tell a way of looking up that it refuses from a key that it
     * refuses. The client then remembers a refusal of the way only after several keys were refused
     * and none was taken; otherwise at once.
     *
     * @param kind what the key is made of
     * @return this
     */
    public Builder<E> unclearRefusals(LookupKey.Kind kind) {
      unclearRefusals.add(Objects.requireNonNull(kind, "kind must not be null"));
      return this;
    }

    /**
     * States how the listing can be filtered.
     *
     * @param kind what the key is made of
     * @param filter how the filter compares
     * @return this
     */
    public Builder<E> filter(LookupKey.Kind kind, Filter filter) {
      filters.put(kind, Objects.requireNonNull(filter, "filter must not be null"));
      return this;
    }

    /**
     * States the shared fields that a create and an update can set.
     *
     * @param fields all of them
     * @return this
     */
    public Builder<E> writable(Set<Field<E, ?>> fields) {
      writable.clear();
      writable.addAll(fields);
      return this;
    }

    /**
     * States the fields that a create must set.
     *
     * @param fields all of them
     * @return this
     */
    public Builder<E> required(Set<Field<E, ?>> fields) {
      required.clear();
      required.addAll(fields);
      return this;
    }

    /**
     * States whether a create and an update can set provider fields.
     *
     * @param can whether they can
     * @return this
     */
    public Builder<E> providerFields(boolean can) {
      this.providerFields = can;
      return this;
    }

    /**
     * States whether an update and a delete can be made conditional on a revision.
     *
     * @param can whether they can; then the driver has {@link EntryDriver#update(Object,
     *     dev.roster.directory.FieldChanges, String, AttemptContext)} and {@link
     *     EntryDriver#delete(Object, String, AttemptContext)}
     * @return this
     */
    public Builder<E> revisions(boolean can) {
      this.revisions = can;
      return this;
    }

    /**
     * Makes the traits.
     *
     * @return new traits
     * @throws IllegalArgumentException if a listing is not the last way of a look-up, or has no
     *     filter to look up by
     */
    public EntryTraits<E> build() {
      lookups.forEach(this::requireUsable);
      return new EntryTraits<>(this);
    }

    private void requireUsable(LookupKey.Kind kind, List<LookupWay> ways) {
      int listing = ways.indexOf(LookupWay.LISTING);
      if (listing < 0) {
        return;
      }
      if (listing != ways.size() - 1) {
        throw new IllegalArgumentException(
            "a listing is the last way to look up by %s".formatted(kind.words()));
      }
      if (filters.getOrDefault(kind, Filter.NONE) == Filter.NONE) {
        throw new IllegalArgumentException(
            "a listing that looks up by %s needs a filter for it".formatted(kind.words()));
      }
    }
  }
}
