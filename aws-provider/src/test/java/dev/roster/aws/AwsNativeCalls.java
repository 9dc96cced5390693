package dev.roster.aws;

import dev.roster.IdentityStoreId;
import dev.roster.MembershipId;
import dev.roster.NativeAccess;
import dev.roster.RosterClient;
import dev.roster.conformance.NativeCalls;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** Two operations with the SDK's own client. */
record AwsNativeCalls(IdentityStoreId store) implements NativeCalls {

  @Override
  public void read(RosterClient client, MembershipId membership) {
    client.callNative(
        IdentitystoreClient.class,
        NativeAccess.READ,
        sdk ->
            sdk.describeGroupMembership(
                request ->
                    request.identityStoreId(store.value()).membershipId(membership.value())));
  }

  @Override
  public void delete(RosterClient client, MembershipId membership) {
    client.callNative(
        IdentitystoreClient.class,
        NativeAccess.WRITE,
        sdk ->
            sdk.deleteGroupMembership(
                request ->
                    request.identityStoreId(store.value()).membershipId(membership.value())));
  }
}
