package dev.roster.huawei;

import dev.roster.MembershipId;
import dev.roster.NativeAccess;
import dev.roster.RosterClient;
import dev.roster.conformance.NativeCalls;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Two operations with OkHttp. */
record HuaweiNativeCalls(Supplier<URI> endpoint, String store) implements NativeCalls {

  @Override
  public void read(RosterClient client, MembershipId membership) {
    Request request = new Request.Builder().url(url(membership)).build();
    client.callNative(Call.Factory.class, NativeAccess.READ, calls -> text(calls, request));
  }

  @Override
  public void delete(RosterClient client, MembershipId membership) {
    Request request = new Request.Builder().url(url(membership)).delete().build();
    client.callNative(Call.Factory.class, NativeAccess.WRITE, calls -> text(calls, request));
  }

  static String text(Call.Factory calls, Request request) throws IOException {
    try (Response response = calls.newCall(request).execute()) {
      return response.body().string();
    }
  }

  private HttpUrl url(MembershipId membership) {
    return HttpUrl.get(endpoint.get().toString())
        .newBuilder()
        .addPathSegments("v1/identity-stores")
        .addPathSegment(store)
        .addPathSegment("group-memberships")
        .addPathSegment(membership.value())
        .build();
  }
}
