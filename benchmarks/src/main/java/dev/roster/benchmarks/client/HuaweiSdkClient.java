package dev.roster.benchmarks.client;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipReqBody;
import com.huaweicloud.sdk.identitycenterstore.v1.model.CreateGroupMembershipRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsRequest;
import com.huaweicloud.sdk.identitycenterstore.v1.model.ListGroupMembershipsResponse;
import com.huaweicloud.sdk.identitycenterstore.v1.model.MemberIdDto;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The official Huawei Cloud SDK; pages are read by hand, because it has no paginator. */
final class HuaweiSdkClient implements BenchmarkedClient {

  static final int RETRIES = 5;

  private static final int TOO_MANY_REQUESTS = 429;

  private final IdentityCenterStoreClient client;
  private final int retries;

  private HuaweiSdkClient(IdentityCenterStoreClient client, int retries) {
    this.client = client;
    this.retries = retries;
  }

  static HuaweiSdkClient open(URI endpoint, int retries) {
    BasicCredentials credentials =
        new BasicCredentials()
            .withAk(System.getenv("HUAWEICLOUD_SDK_AK"))
            .withSk(System.getenv("HUAWEICLOUD_SDK_SK"))
            .withProjectId("0fakeproject00000000000000000001");
    IdentityCenterStoreClient client =
        IdentityCenterStoreClient.newBuilder()
            .withCredential(credentials)
            .withEndpoints(List.of(endpoint.toString()))
            .build();
    return new HuaweiSdkClient(client, retries);
  }

  @Override
  public void create(int number) {
    if (retries == 0) {
      client.createGroupMembership(creation(number));
    } else {
      client
          .createGroupMembershipInvoker(creation(number))
          .retryTimes(retries)
          .retryCondition((response, failure) -> isThrottled(failure))
          .invoke();
    }
  }

  private static CreateGroupMembershipRequest creation(int number) {
    CreateGroupMembershipReqBody body =
        new CreateGroupMembershipReqBody()
            .withGroupId(Ids.group())
            .withMemberId(new MemberIdDto().withUserId(Ids.user(number)));
    return new CreateGroupMembershipRequest().withIdentityStoreId(Ids.STORE).withBody(body);
  }

  private static boolean isThrottled(@Nullable Object failure) {
    return failure instanceof ServiceResponseException response
        && response.getHttpStatusCode() == TOO_MANY_REQUESTS;
  }

  @Override
  public int list(Runnable afterPage) {
    int members = 0;
    ListGroupMembershipsRequest request = listing();
    do {
      ListGroupMembershipsResponse page = client.listGroupMemberships(request);
      members += page.getGroupMemberships().size();
      afterPage.run();
      request.setMarker(page.getPageInfo().getNextMarker());
    } while (request.getMarker() != null);
    return members;
  }

  private static ListGroupMembershipsRequest listing() {
    return new ListGroupMembershipsRequest()
        .withIdentityStoreId(Ids.STORE)
        .withGroupId(Ids.group())
        .withLimit(100);
  }

  @Override
  public void close() {
    // It has nothing to close.
  }
}
