package dev.roster.benchmarks.client;

import java.io.IOException;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp with a ready-made body, which signs nothing and parses next to nothing. */
final class BareHttpClient implements BenchmarkedClient {

  private static final String NEXT_MARKER = "\"next_marker\":\"";
  private static final String MEMBER = "\"membership_id\"";

  private final OkHttpClient client = new OkHttpClient();
  private final HttpUrl memberships;
  private final RequestBody body =
      RequestBody.create(
          """
          {"group_id":"%s","member_id":{"user_id":"%s"}}\
          """
              .formatted(Ids.group(), Ids.user(0)),
          MediaType.get("application/json"));

  BareHttpClient(URI endpoint) {
    this.memberships =
        HttpUrl.get(endpoint + "/v1/identity-stores/" + Ids.STORE + "/group-memberships");
  }

  @Override
  public void create(int number) throws IOException {
    send(new Request.Builder().url(memberships).post(body).build());
  }

  @Override
  public int list(Runnable afterPage) throws IOException {
    int members = 0;
    String marker = "";
    do {
      String page = send(new Request.Builder().url(page(marker)).build());
      members += page.split(MEMBER, -1).length - 1;
      marker = marker(page);
      afterPage.run();
    } while (!marker.isEmpty());
    return members;
  }

  private HttpUrl page(String marker) {
    HttpUrl.Builder url =
        memberships
            .newBuilder()
            .addQueryParameter("group_id", Ids.group())
            .addQueryParameter("limit", "100");
    return marker.isEmpty() ? url.build() : url.addQueryParameter("marker", marker).build();
  }

  private static String marker(String page) {
    int start = page.lastIndexOf(NEXT_MARKER) + NEXT_MARKER.length();
    return start < NEXT_MARKER.length() ? "" : page.substring(start, page.indexOf('"', start));
  }

  private String send(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("status " + response.code());
      }
      return response.body().string();
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
