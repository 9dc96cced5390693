package dev.roster.huawei.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Moves {@code Retry-After} out of OkHttp's sight. On 503 with a wait of zero OkHttp sends the
 * request again at once, and no setting stops it; without the header it does not.
 */
public final class RetryAfterShelter implements Interceptor {

  private static final String HEADER = "Retry-After";
  public static final String SHELTERED = "X-Roster-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Response.Builder sheltered = response.newBuilder().removeHeader(SHELTERED);
    String wait = response.header(HEADER);
    if (wait != null) {
      sheltered.removeHeader(HEADER).header(SHELTERED, wait);
    }
    return sheltered.build();
  }
}
