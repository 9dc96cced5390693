package dev.roster.aws;

import dev.roster.IdentityStoreId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store as the service described it at one moment. Immutable. */
public final class AwsStore {

  private final IdentityStoreId id;
  private final @Nullable String arn;
  private final @Nullable NetworkConfiguration networkConfiguration;

  AwsStore(
      IdentityStoreId id,
      @Nullable String arn,
      @Nullable NetworkConfiguration networkConfiguration) {
    this.id = Objects.requireNonNull(id, "id must not be null");
    this.arn = arn;
    this.networkConfiguration = networkConfiguration;
  }

  /** {@return the id, which a client is built with} */
  public IdentityStoreId id() {
    return id;
  }

  /** {@return the ARN, which can be used in place of the id} */
  public Optional<String> arn() {
    return Optional.ofNullable(arn);
  }

  /**
   * From where the store can be called.
   *
   * @return empty where nothing is set, and in a listing
   */
  public Optional<NetworkConfiguration> networkConfiguration() {
    return Optional.ofNullable(networkConfiguration);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AwsStore that
        && id.equals(that.id)
        && Objects.equals(arn, that.arn)
        && Objects.equals(networkConfiguration, that.networkConfiguration);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "AwsStore[%s]".formatted(id);
  }
}
