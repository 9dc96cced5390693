package dev.roster.spi;

import dev.roster.Operation;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a service is like: its numbers, and what its responses tell. The client, bulk runs, plans
 * and the conformance kit go by it. Immutable.
 *
 * <p>{@link #neutral()} promises nothing: what a service does not tell is reported as unknown, and
 * never guessed. A driver states what is true of its service and leaves the rest.
 */
public final class ServiceTraits {

  /**
   * The items of a page where a driver states no other number: a response of modest size. A service
   * that takes fewer can send shorter pages.
   */
  public static final int NEUTRAL_PAGE = 100;

  private static final ServiceTraits NEUTRAL = builder().build();

  private final TraitValues values;

  private ServiceTraits(TraitValues values) {
    this.values = values;
  }

  /**
   * Traits that hold for every service.
   *
   * @return pages of {@link #NEUTRAL_PAGE}, one group per check, and no promise
   */
  public static ServiceTraits neutral() {
    return NEUTRAL;
  }

  /** {@return a builder that starts from {@link #neutral()}} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all that these say} */
  public Builder toBuilder() {
    Builder copy = new Builder();
    copy.largestPages.putAll(values.largestPages());
    copy.unpaged.addAll(values.unpaged());
    copy.groupsPerCheck = values.groupsPerCheck();
    copy.membersPerWrite = values.membersPerWrite();
    copy.allOrNothing = values.allOrNothing();
    copy.addingTells = values.addingTells();
    copy.removingTells = values.removingTells();
    copy.derivedIds = values.derivedIds();
    copy.namesMissing.addAll(values.namesMissing());
    copy.readsFirst.addAll(values.readsFirst());
    copy.transitiveChecks = values.transitiveChecks();
    copy.auditDetails = values.auditDetails();
    copy.abortsBlockedAttempts = values.abortsBlockedAttempts();
    return copy;
  }

  /**
   * The most items that a page of a listing can hold. Larger pages are cut to it.
   *
   * @param listing one of the two listings
   * @return at least 1
   */
  public int largestPage(Operation listing) {
    return values.largestPages().getOrDefault(TraitValues.requireListing(listing), NEUTRAL_PAGE);
  }

  /**
   * Whether a listing comes in pages. One that comes whole is cut into pages by the client.
   *
   * @param listing one of the two listings
   * @return false where one response has everything
   */
  public boolean isPaged(Operation listing) {
    return !values.unpaged().contains(TraitValues.requireListing(listing));
  }

  /**
   * The most groups that one check of a member can name. Longer lists are split.
   *
   * @return at least 1
   */
  public int groupsPerCheck() {
    return values.groupsPerCheck();
  }

  /**
   * The most members that one request of {@link WritesInBatches} can name. Longer lists are split.
   *
   * @return at least 1; 1 where the service has no such requests
   */
  public int membersPerWrite() {
    return values.membersPerWrite();
  }

  /**
   * Whether a request for several members that is refused has changed nothing. Without it, a part
   * of the members can have been added or removed all the same.
   *
   * @return whether such a request is carried out for all of its members or for none
   */
  public boolean allOrNothing() {
    return values.allOrNothing();
  }

  /**
   * Whether adding a member tells that it was in the group before. Without it, a success of {@link
   * MembershipDriver#createMembership} says that the member is in the group and not who added it.
   *
   * @return whether a success means that this request added the member
   */
  public boolean addingTells() {
    return values.addingTells();
  }

  /**
   * Whether removing a membership tells that it was not there. Without it, a success of {@link
   * MembershipDriver#deleteMembership} says that it is absent and not who removed it.
   *
   * @return whether a success means that this request removed the membership
   */
  public boolean removingTells() {
    return values.removingTells();
  }

  /**
   * Whether the service has no membership ids of its own, so that the driver derives them from
   * group and member with {@link MembershipDriver#derivedId}.
   *
   * @return false where they are the service's own
   */
  public boolean derivedIds() {
    return values.derivedIds();
  }

  /**
   * Whether a not-found response to an operation says what is missing.
   *
   * @param operation the operation
   * @return whether {@link ErrorDescription#missing()} names it
   */
  public boolean namesWhatIsMissing(Operation operation) {
    return values
        .namesMissing()
        .contains(Objects.requireNonNull(operation, "operation must not be null"));
  }

  /**
   * How many requests the driver makes for one successful call of an operation's method. Each takes
   * a turn at the rate limiter; together they are one attempt.
   *
   * @param operation the operation
   * @return 2 where a read belongs to it, such as that of an entity tag, otherwise 1
   */
  public int requestsOf(Operation operation) {
    return values.readsFirst().contains(Objects.requireNonNull(operation)) ? 2 : 1;
  }

  /**
   * Whether checks count members of nested groups, which listings do not show.
   *
   * @return false where a check tells of direct members only
   */
  public boolean transitiveChecks() {
    return values.transitiveChecks();
  }

  /** {@return whether memberships that are read carry at least the time of their making} */
  public boolean auditDetails() {
    return values.auditDetails();
  }

  /**
   * Whether a blocked attempt ends at once when it is aborted.
   *
   * @return false where it ends by the network's own timeout
   */
  public boolean abortsBlockedAttempts() {
    return values.abortsBlockedAttempts();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceTraits that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString().replace("TraitValues", "ServiceTraits");
  }

  /** Collects what is true of a service. Not thread-safe. */
  public static final class Builder {

    private final Map<Operation, Integer> largestPages = new EnumMap<>(Operation.class);
    private final Set<Operation> unpaged = EnumSet.noneOf(Operation.class);
    private final Set<Operation> namesMissing = EnumSet.noneOf(Operation.class);
    private final Set<Operation> readsFirst = EnumSet.noneOf(Operation.class);
    private int groupsPerCheck = 1;
    private int membersPerWrite = 1;
    private boolean allOrNothing;
    private boolean addingTells;
    private boolean removingTells;
    private boolean derivedIds;
    private boolean transitiveChecks;
    private boolean auditDetails;
    private boolean abortsBlockedAttempts;

    private Builder() {}

    /**
     * States the largest page of both listings.
     *
     * @param items 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder largestPage(int items) {
      return largestPage(Operation.LIST_MEMBERSHIPS, items)
          .largestPage(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, items);
    }

    /**
     * States the largest page of one listing.
     *
     * @param listing one of the two listings
     * @param items 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder largestPage(Operation listing, int items) {
      largestPages.put(TraitValues.requireListing(listing), TraitValues.positive(items, "a page"));
      return this;
    }

    /**
     * States which listings come whole, in one response.
     *
     * @param listings none, one or both of the two listings
     * @return this
     */
    public Builder unpaged(Set<Operation> listings) {
      listings.forEach(TraitValues::requireListing);
      unpaged.clear();
      unpaged.addAll(listings);
      return this;
    }

    /**
     * States how many groups a check can name.
     *
     * @param groups 1 or more
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder groupsPerCheck(int groups) {
      this.groupsPerCheck = TraitValues.positive(groups, "a check");
      return this;
    }

    /**
     * States how many members one request adds or removes. The driver MUST implement {@link
     * WritesInBatches} where this is more than 1.
     *
     * @param members 1 or more
     * @param atomic whether a request that is refused has changed nothing
     * @return this
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder membersPerWrite(int members, boolean atomic) {
      this.membersPerWrite = TraitValues.positive(members, "a write");
      this.allOrNothing = atomic;
      return this;
    }

    /**
     * States that adding a member tells that it was in the group before, be it by a refusal or by a
     * read that the driver makes.
     *
     * @param tells whether it does
     * @return this
     */
    public Builder addingTells(boolean tells) {
      this.addingTells = tells;
      return this;
    }

    /**
     * States that removing a membership tells that it was not there.
     *
     * @param tells whether it does
     * @return this
     */
    public Builder removingTells(boolean tells) {
      this.removingTells = tells;
      return this;
    }

    /**
     * States that membership ids follow from group and member. The driver MUST implement {@link
     * MembershipDriver#derivedId} then.
     *
     * @param derived whether they do
     * @return this
     */
    public Builder derivedIds(boolean derived) {
      this.derivedIds = derived;
      return this;
    }

    /**
     * States which not-found responses say what is missing.
     *
     * @param operations all operations whose responses do
     * @return this
     */
    public Builder namesWhatIsMissing(Set<Operation> operations) {
      namesMissing.clear();
      namesMissing.addAll(operations);
      return this;
    }

    /**
     * States which methods of the driver make a read before the request that they are for.
     *
     * @param operations all operations to which a read belongs
     * @return this
     */
    public Builder readsFirst(Set<Operation> operations) {
      readsFirst.clear();
      readsFirst.addAll(operations);
      return this;
    }

    /**
     * States that checks count members of nested groups.
     *
     * @param transitive whether they do
     * @return this
     */
    public Builder transitiveChecks(boolean transitive) {
      this.transitiveChecks = transitive;
      return this;
    }

    /**
     * States that memberships that are read carry audit details.
     *
     * @param there whether they do
     * @return this
     */
    public Builder auditDetails(boolean there) {
      this.auditDetails = there;
      return this;
    }

    /**
     * States that a blocked attempt ends at once when it is aborted.
     *
     * @param aborts whether it does
     * @return this
     */
    public Builder abortsBlockedAttempts(boolean aborts) {
      this.abortsBlockedAttempts = aborts;
      return this;
    }

    /** {@return new traits} */
    public ServiceTraits build() {
      return new ServiceTraits(
          new TraitValues(
              Map.copyOf(largestPages),
              Set.copyOf(unpaged),
              groupsPerCheck,
              membersPerWrite,
              allOrNothing,
              addingTells,
              removingTells,
              derivedIds,
              Set.copyOf(namesMissing),
              Set.copyOf(readsFirst),
              transitiveChecks,
              auditDetails,
              abortsBlockedAttempts));
    }
  }
}
