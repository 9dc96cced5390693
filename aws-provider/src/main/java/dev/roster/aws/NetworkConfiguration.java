package dev.roster.aws;

import java.util.List;
import java.util.Objects;

/**
 * From where a store can be called. A store without one can be called from everywhere. Immutable.
 *
 * <p>The service replaces the whole: what a new configuration leaves out is cleared. A list that is
 * empty here is left out, because the service refuses it; lists have 50 items at most.
 */
public final class NetworkConfiguration {

  private static final int MOST_ITEMS = 50;

  private final boolean vpcEndpointRequired;
  private final List<String> sourceVpcs;
  private final List<String> sourceIps;
  private final List<String> scimSourceIps;

  private NetworkConfiguration(
      boolean vpcEndpointRequired,
      List<String> sourceVpcs,
      List<String> sourceIps,
      List<String> scimSourceIps) {
    this.vpcEndpointRequired = vpcEndpointRequired;
    this.sourceVpcs = checked("source VPCs", sourceVpcs);
    this.sourceIps = checked("source addresses", sourceIps);
    this.scimSourceIps = checked("SCIM source addresses", scimSourceIps);
  }

  private static List<String> checked(String name, List<String> items) {
    List<String> copy = List.copyOf(Objects.requireNonNull(items, name + " must not be null"));
    if (copy.size() > MOST_ITEMS || copy.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "%s must be %d at most, and none of them blank".formatted(name, MOST_ITEMS));
    }
    return copy;
  }

  /**
   * A configuration that restricts nothing else.
   *
   * @param vpcEndpointRequired whether calls must come through a VPC endpoint
   * @return a new value
   */
  public static NetworkConfiguration of(boolean vpcEndpointRequired) {
    return new NetworkConfiguration(vpcEndpointRequired, List.of(), List.of(), List.of());
  }

  /**
   * This, with the VPCs from which the API can be called.
   *
   * @param vpcs their ids; empty for any
   * @return a new value
   * @throws IllegalArgumentException if they are more than 50, or one is blank
   */
  public NetworkConfiguration withSourceVpcs(List<String> vpcs) {
    return new NetworkConfiguration(vpcEndpointRequired, vpcs, sourceIps, scimSourceIps);
  }

  /**
   * This, with the addresses from which the API can be called.
   *
   * @param addresses addresses or ranges as the service writes them; empty for any
   * @return a new value
   * @throws IllegalArgumentException if they are more than 50, or one is blank
   */
  public NetworkConfiguration withSourceIps(List<String> addresses) {
    return new NetworkConfiguration(vpcEndpointRequired, sourceVpcs, addresses, scimSourceIps);
  }

  /**
   * This, with the addresses from which SCIM can be used.
   *
   * @param addresses addresses or ranges as the service writes them; empty for any
   * @return a new value
   * @throws IllegalArgumentException if they are more than 50, or one is blank
   */
  public NetworkConfiguration withScimSourceIps(List<String> addresses) {
    return new NetworkConfiguration(vpcEndpointRequired, sourceVpcs, sourceIps, addresses);
  }

  /** {@return whether calls must come through a VPC endpoint} */
  public boolean vpcEndpointRequired() {
    return vpcEndpointRequired;
  }

  /** {@return the VPCs from which the API can be called, unmodifiable; empty for any} */
  public List<String> sourceVpcs() {
    return sourceVpcs;
  }

  /** {@return the addresses from which the API can be called, unmodifiable; empty for any} */
  public List<String> sourceIps() {
    return sourceIps;
  }

  /** {@return the addresses from which SCIM can be used, unmodifiable; empty for any} */
  public List<String> scimSourceIps() {
    return scimSourceIps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkConfiguration that
        && vpcEndpointRequired == that.vpcEndpointRequired
        && sourceVpcs.equals(that.sourceVpcs)
        && sourceIps.equals(that.sourceIps)
        && scimSourceIps.equals(that.scimSourceIps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(vpcEndpointRequired, sourceVpcs, sourceIps, scimSourceIps);
  }

  @Override
  public String toString() {
    return "NetworkConfiguration[vpcEndpointRequired=%s, sourceVpcs=%s, sourceIps=%s, scimSourceIps=%s]"
        .formatted(vpcEndpointRequired, sourceVpcs, sourceIps, scimSourceIps);
  }
}
