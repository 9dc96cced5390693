package dev.roster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Which call an event belongs to. Immutable. */
public final class CallInfo {

  private final long callId;
  private final String provider;
  private final IdentityStoreId identityStoreId;
  private final String operation;
  private final Map<String, String> correlationIds;

  private CallInfo(Builder builder) {
    this.callId = builder.callId;
    this.provider = builder.provider;
    this.identityStoreId = builder.identityStoreId;
    this.operation = builder.method.methodName();
    this.correlationIds = Collections.unmodifiableMap(new LinkedHashMap<>(builder.correlationIds));
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
     * Makes the info.
     *
     * @return a new info
     */
    public CallInfo build() {
      return new CallInfo(this);
    }
  }
}
