package dev.roster.huawei;

import dev.roster.IdentityStoreId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store as the service described it at one moment. Immutable. */
public final class HuaweiStore {

  private final IdentityStoreId id;
  private final @Nullable String instanceId;
  private final @Nullable String instanceUrn;
  private final @Nullable String alias;

  HuaweiStore(
      IdentityStoreId id,
      @Nullable String instanceId,
      @Nullable String instanceUrn,
      @Nullable String alias) {
    this.id = Objects.requireNonNull(id, "id must not be null");
    this.instanceId = instanceId;
    this.instanceUrn = instanceUrn;
    this.alias = alias;
  }

  /** {@return the id, which a client is built with} */
  public IdentityStoreId id() {
    return id;
  }

  /** {@return the id of the Identity Center instance that the store belongs to} */
  public Optional<String> instanceId() {
    return Optional.ofNullable(instanceId);
  }

  /** {@return the URN of that instance} */
  public Optional<String> instanceUrn() {
    return Optional.ofNullable(instanceUrn);
  }

  /** {@return the name that the instance was given; empty where it has none} */
  public Optional<String> alias() {
    return Optional.ofNullable(alias);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HuaweiStore that
        && id.equals(that.id)
        && Objects.equals(instanceId, that.instanceId)
        && Objects.equals(instanceUrn, that.instanceUrn)
        && Objects.equals(alias, that.alias);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "HuaweiStore[%s]".formatted(id);
  }
}
