package dev.roster.benchmarks.client;

import java.net.URI;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClientBuilder;
import software.amazon.awssdk.services.identitystore.model.ListGroupMembershipsResponse;

/** The official AWS SDK, with the credentials of the environment. */
final class AwsSdkClient implements BenchmarkedClient {

  private final IdentitystoreClient client;

  private AwsSdkClient(IdentitystoreClient client) {
    this.client = client;
  }

  static AwsSdkClient open(URI endpoint) {
    return open(endpoint, UnaryOperator.identity());
  }

  static AwsSdkClient open(URI endpoint, RetryMode mode) {
    ClientOverrideConfiguration retries =
        ClientOverrideConfiguration.builder().retryStrategy(mode).build();
    return open(endpoint, builder -> builder.overrideConfiguration(retries));
  }

  private static AwsSdkClient open(
      URI endpoint, UnaryOperator<IdentitystoreClientBuilder> settings) {
    IdentitystoreClientBuilder builder =
        IdentitystoreClient.builder().endpointOverride(endpoint).region(Region.EU_WEST_1);
    return new AwsSdkClient(settings.apply(builder).build());
  }

  @Override
  public void create(int number) {
    client.createGroupMembership(
        request ->
            request
                .identityStoreId(Ids.STORE)
                .groupId(Ids.group())
                .memberId(member -> member.userId(Ids.user(number))));
  }

  @Override
  public int list(Runnable afterPage) {
    int members = 0;
    for (ListGroupMembershipsResponse page :
        client.listGroupMembershipsPaginator(
            request -> request.identityStoreId(Ids.STORE).groupId(Ids.group()).maxResults(100))) {
      members += page.groupMemberships().size();
      afterPage.run();
    }
    return members;
  }

  @Override
  public void close() {
    client.close();
  }
}
