package dev.roster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which call an event belongs to. Immutable. */
public final class CallInfo {

  private final long callId;
  private final String provider;
  private final IdentityStoreId identityStoreId;
  private final String operation;
  private final Map<String, String> correlationIds;
  private final List<GroupId> groupIds;
  private final List<MemberId> memberIds;
  private final @Nullable MembershipId membershipId;

  private CallInfo(Builder builder) {
    this.callId = builder.callId;
    this.provider = builder.provider;
    this.identityStoreId = builder.identityStoreId;
    this.operation = builder.method.methodName();
    this.correlationIds = Collections.unmodifiableMap(new LinkedHashMap<>(builder.correlationIds));
    this.groupIds = builder.groupIds;
    this.memberIds = builder.memberIds;
    this.membershipId = builder.membershipId;
  }

  private CallInfo(CallInfo named) {
    this.callId = named.callId;
    this.provider = named.provider;
    this.identityStoreId = named.identityStoreId;
    this.operation = named.operation;
    this.correlationIds = named.correlationIds;
    this.groupIds = List.of();
    this.memberIds = List.of();
    this.membershipId = null;
  }

  /**
   * Starts an info; tests of listeners make them too.
   *
   * @param provider the provider's short name
   * @param identityStoreId the store
   * @param method the client's method
   * @return a builder, with the call id 0 and no correlation ids
   */
  public static Builder builder(
      String provider, IdentityStoreId identityStoreId, ClientMethod method) {
    return new Builder(provider, identityStoreId, method);
  }

  /**
   * The call's number: the same for every event of one call and different for every other call of
   * the process.
   *
   * @return the number
   */
  public long callId() {
    return callId;
  }

  /**
   * The provider's short name.
   *
   * @return never null
   */
  public String provider() {
    return provider;
  }

  /**
   * The store.
   *
   * @return never null
   */
  public IdentityStoreId identityStoreId() {
    return identityStoreId;
  }

  /**
   * The client's method.
   *
   * @return for example {@code ensureMember}
   */
  public String operation() {
    return operation;
  }

  /**
   * The ids of {@link CallOptions#correlationIds()}.
   *
   * @return an unmodifiable map, possibly empty
   */
  public Map<String, String> correlationIds() {
    return correlationIds;
  }

  /**
   * The groups that the call names.
   *
   * @return several for {@code isMemberInGroups}, at most one for other calls; empty for a listener
   *     that does not {@linkplain CallListener#wantsIdentifiers ask for them}; unmodifiable
   */
  public List<GroupId> groupIds() {
    return groupIds;
  }

  /**
   * The members that the call names.
   *
   * @return at most one, but for calls that write several members at once; empty for a listener
   *     that does not {@linkplain CallListener#wantsIdentifiers ask for them}; unmodifiable
   */
  public List<MemberId> memberIds() {
    return memberIds;
  }

  /**
   * The membership that the call names.
   *
   * @return empty where it names none, and for a listener that does not {@linkplain
   *     CallListener#wantsIdentifiers ask for it}
   */
  public Optional<MembershipId> membershipId() {
    return Optional.ofNullable(membershipId);
  }

  /**
   * This info without the groups, the members and the membership, for a listener that passes it on.
   *
   * @return an info that says which method was called, and not about whom
   */
  public CallInfo withoutIdentifiers() {
    return new CallInfo(this);
  }

  /** Without the groups, the members and the membership, whatever the listener asked for. */
  @Override
  public String toString() {
    return "CallInfo[callId=%d, provider=%s, identityStoreId=%s, operation=%s, correlationIds=%s]"
        .formatted(callId, provider, identityStoreId, operation, correlationIds);
  }

  /** Collects what an info says. Not thread-safe. */
  public static final class Builder {

    private final String provider;
    private final IdentityStoreId identityStoreId;
    private final ClientMethod method;
    private long callId;
    private Map<String, String> correlationIds = Map.of();
    private List<GroupId> groupIds = List.of();
    private List<MemberId> memberIds = List.of();
    private @Nullable MembershipId membershipId;

    private Builder(String provider, IdentityStoreId identityStoreId, ClientMethod method) {
      this.provider = Objects.requireNonNull(provider, "provider must not be null");
      this.identityStoreId =
          Objects.requireNonNull(identityStoreId, "identity store id must not be null");
      this.method = Objects.requireNonNull(method, "method must not be null");
    }

    /**
     * Sets the call's number.
     *
     * @param number 0 unless set
     * @return this
     */
    public Builder callId(long number) {
      this.callId = number;
      return this;
    }

    /**
     * Sets the correlation ids.
     *
     * @param ids none unless set
     * @return this
     */
    public Builder correlationIds(Map<String, String> ids) {
      this.correlationIds = Objects.requireNonNull(ids, "correlation ids must not be null");
      return this;
    }

    /**
     * Sets the groups that the call names.
     *
     * @param groups none unless set
     * @return this
     */
    public Builder groupIds(List<GroupId> groups) {
      this.groupIds = List.copyOf(groups);
      return this;
    }

    /**
     * Sets the members that the call names.
     *
     * @param members none unless set
     * @return this
     */
    public Builder memberIds(List<? extends MemberId> members) {
      this.memberIds = List.copyOf(members);
      return this;
    }

    /**
     * Sets the membership that the call names.
     *
     * @param membership none unless set
     * @return this
     */
    public Builder membershipId(MembershipId membership) {
      this.membershipId = Objects.requireNonNull(membership, "membership must not be null");
      return this;
    }

    /**
     * Makes the info.
     *
     * @return a new info
     */
    public CallInfo build() {
      return new CallInfo(this);
    }
  }
}
