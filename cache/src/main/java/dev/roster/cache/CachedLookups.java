package dev.roster.cache;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.TimeSource;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.query.NameResolver;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups of users and groups, of which the results are remembered: from names and other keys to
 * identifiers, and from identifiers to names. Thread-safe; it has nothing to close.
 *
 * <pre>{@code
 * CachedLookups lookups = CachedLookups.around(client).age(Duration.ofMinutes(5)).build();
 * Optional<UserId> alice = lookups.users().findId(LookupKey.userName("alice@example.com"));
 * }</pre>
 *
 * <p>What is remembered can be untrue until its age has passed: another client can rename or delete
 * what it is about. Writes through {@link CachedEntries} forget what they change and whose place it
 * can take; a write past it needs {@link CachedEntries#forget}. A memory is bounded in each
 * direction, and so holds personal data of so many people for so long.
 */
public final class CachedLookups {

  /** How long a result is remembered unless set otherwise. */
  public static final Duration DEFAULT_AGE = Duration.ofMinutes(5);

  /** How many results are remembered in each direction unless set otherwise. */
  public static final long DEFAULT_MAXIMUM_SIZE = 10_000;

  private final CachedEntries<UserId, User> users;
  private final CachedEntries<GroupId, Group> groups;

  private CachedLookups(Builder from) {
    RosterClient client = from.client;
    CacheSettings settings =
        new CacheSettings(from.age, from.absenceAge, from.maximumSize, from.time);
    this.users =
        new CachedEntries<>(
            client.directory().users(),
            from.users.apply(NameResolver.ofUsers(client)),
            User::userName,
            client::canonicalId,
            settings);
    this.groups =
        new CachedEntries<>(
            client.directory().groups(),
            from.groups.apply(NameResolver.ofGroups(client)),
            Group::displayName,
            client::canonicalId,
            settings);
  }

  /**
   * Starts a cache in front of a client.
   *
   * @param client makes the requests; stays the caller's to close
   * @return a builder
   */
  public static Builder around(RosterClient client) {
    return new Builder(Objects.requireNonNull(client, "client must not be null"));
  }

  /** {@return the users} */
  public CachedEntries<UserId, User> users() {
    return users;
  }

  /** {@return the groups} */
  public CachedEntries<GroupId, Group> groups() {
    return groups;
  }

  /** Forgets everything. Requests that are under way are not remembered. */
  public void forgetAll() {
    users.forgetAll();
    groups.forgetAll();
  }

  @Override
  public String toString() {
    return "CachedLookups[users=%s, groups=%s]".formatted(users.statistics(), groups.statistics());
  }

  /** Collects what a cache is set to. Not thread-safe. */
  public static final class Builder {

    private final RosterClient client;
    private Duration age = DEFAULT_AGE;
    private @Nullable Duration absenceAge;
    private long maximumSize = DEFAULT_MAXIMUM_SIZE;
    private TimeSource time = TimeSource.system();
    private UnaryOperator<NameResolver<UserId, User>> users = UnaryOperator.identity();
    private UnaryOperator<NameResolver<GroupId, Group>> groups = UnaryOperator.identity();

    private Builder(RosterClient client) {
      this.client = client;
    }

    /**
     * Sets how long a result is remembered, counted from the response.
     *
     * @param howLong positive
     * @return this
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder age(Duration howLong) {
      this.age = positive(howLong, "age");
      return this;
    }

    /**
     * Has it remembered that none has a key, or that an identifier does not exist. Without this, an
     * absence is asked for again each time: a user who was just created elsewhere is found at once.
     *
     * @param howLong positive, and not longer than the age of what is there
     * @return this
     * @throws IllegalArgumentException if it is zero or negative
     */
    public Builder rememberAbsences(Duration howLong) {
      this.absenceAge = positive(howLong, "age of absences");
      return this;
    }

    /**
     * Sets how many results are remembered in each direction, of users and of groups.
     *
     * @param results 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder maximumSize(long results) {
      if (results < 1) {
        throw new IllegalArgumentException("maximum size must be 1 or more, but is " + results);
      }
      this.maximumSize = results;
      return this;
    }

    /**
     * Sets how many users at once are asked for.
     *
     * @param change for example {@code resolver -> resolver.withStoreSize(10_000)}
     * @return this
     */
    public Builder resolvingUsers(UnaryOperator<NameResolver<UserId, User>> change) {
      this.users = Objects.requireNonNull(change, "change must not be null");
      return this;
    }

    /**
     * Sets how many groups at once are asked for.
     *
     * @param change for example {@code resolver -> resolver.withStoreSize(500)}
     * @return this
     */
    public Builder resolvingGroups(UnaryOperator<NameResolver<GroupId, Group>> change) {
      this.groups = Objects.requireNonNull(change, "change must not be null");
      return this;
    }

    /**
     * Sets the clock that ages are measured by, for tests.
     *
     * @param source the clock
     * @return this
     */
    public Builder timeSource(TimeSource source) {
      this.time = Objects.requireNonNull(source, "time source must not be null");
      return this;
    }

    /**
     * Makes the cache. Nothing is sent.
     *
     * @return a new cache that remembers nothing yet
     * @throws IllegalArgumentException if absences are to be remembered for longer than what is
     *     there
     */
    public CachedLookups build() {
      if (absenceAge != null && absenceAge.compareTo(age) > 0) {
        throw new IllegalArgumentException(
            "absences must not be remembered for longer than what is there");
      }
      return new CachedLookups(this);
    }

    private static Duration positive(Duration time, String name) {
      if (Objects.requireNonNull(time, () -> name + " must not be null").isNegative()
          || time.isZero()) {
        throw new IllegalArgumentException(name + " must be positive");
      }
      return time;
    }
  }
}
