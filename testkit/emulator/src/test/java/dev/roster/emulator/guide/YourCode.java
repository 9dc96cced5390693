package dev.roster.emulator.guide;

import dev.roster.GroupId;
import dev.roster.UserId;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** Stands for an application that knows nothing of Roster. */
final class YourCode {

  private final IdentitystoreClient client;

  private YourCode(IdentitystoreClient client) {
    this.client = client;
  }

  static YourCode yourCode(URI endpoint, String keyId, String secret) {
    return new YourCode(
        IdentitystoreClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
            .build());
  }

  void join(UserId user, GroupId group) {
    client.createGroupMembership(
        request ->
            request
                .identityStoreId("d-1234567890")
                .groupId(group.value())
                .memberId(member -> member.userId(user.value())));
  }
}
