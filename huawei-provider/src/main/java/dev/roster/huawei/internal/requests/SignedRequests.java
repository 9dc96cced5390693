package dev.roster.huawei.internal.requests;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.UserAgent;
import dev.roster.huawei.internal.signing.CanonicalRequest;
import dev.roster.huawei.internal.signing.RequestSigner;
import dev.roster.huawei.internal.signing.RequestTarget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Turns requests into signed HTTP requests to one endpoint. */
public final class SignedRequests {

  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl endpoint;
  private final String host;
  private volatile Stamp lastStamp = new Stamp(Long.MIN_VALUE, "");
  private volatile Place lastPlace;

  /** A second and its text, which takes as long to write as the signature. */
  private record Stamp(long epochSecond, String text) {}

  /** A path and its address, which takes longer; most requests of a store go to one path. */
  private record Place(String path, HttpUrl url) {}

  public SignedRequests(HttpUrl endpoint) {
    this.endpoint = endpoint;
    this.host = hostHeader(endpoint);
    this.lastPlace = new Place(endpoint.encodedPath(), endpoint);
  }

  /** The host as the header {@code Host} has it: with a port where that is not the scheme's own. */
  public String host() {
    return host;
  }

  private static String hostHeader(HttpUrl url) {
    String name = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.port() == HttpUrl.defaultPort(url.scheme()) ? name : name + ":" + url.port();
  }

  public Request sign(ApiRequest request, HuaweiCredentials keys, Instant time) {
    return signed(unsigned(request), request, keys, time);
  }

  /** The same with what the application has set besides: its headers and its content type. */
  public Request sign(Request given, ApiRequest request, HuaweiCredentials keys, Instant time) {
    RequestBody body = given.body();
    MediaType type = body == null || body.contentType() == null ? JSON : body.contentType();
    Request.Builder unsigned =
        given
            .newBuilder()
            .url(url(request.target()))
            .method(
                request.method(), body == null ? null : RequestBody.create(request.body(), type));
    if (given.header("User-Agent") == null) {
      unsigned.header("User-Agent", UserAgent.VALUE);
    }
    return signed(unsigned, request, keys, time);
  }

  private Request signed(
      Request.Builder unsigned, ApiRequest request, HuaweiCredentials keys, Instant time) {
    String date = date(time);
    Map<String, String> headers = headers(keys, date);
    CanonicalRequest canonical =
        new CanonicalRequest(request.method(), request.target(), headers, request.body());
    unsigned.header(
        "Authorization",
        RequestSigner.authorization(canonical, date, keys.accessKey(), keys.secretKey()));
    headers.forEach(unsigned::header);
    return unsigned.build();
  }

  /** Whether a request is for the service; a signature is for no other host. */
  public boolean isTheServices(HttpUrl url) {
    return url.scheme().equals(endpoint.scheme())
        && url.host().equals(endpoint.host())
        && url.port() == endpoint.port();
  }

  /** The service's address, for an error. */
  public String address() {
    return endpoint.scheme() + "://" + host;
  }

  private Request.Builder unsigned(ApiRequest request) {
    return new Request.Builder()
        .url(url(request.target()))
        .method(request.method(), body(request))
        .addHeader("User-Agent", UserAgent.VALUE)
        .addHeader("Content-Type", JSON.toString());
  }

  private String date(Instant time) {
    Stamp stamp = lastStamp;
    if (stamp.epochSecond != time.getEpochSecond()) {
      stamp = new Stamp(time.getEpochSecond(), RequestSigner.date(time));
      lastStamp = stamp;
    }
    return stamp.text;
  }

  private Map<String, String> headers(HuaweiCredentials keys, String date) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", host);
    headers.put("X-Sdk-Date", date);
    keys.projectId().ifPresent(id -> headers.put("X-Project-Id", id));
    keys.securityToken().ifPresent(token -> headers.put("X-Security-Token", token));
    return headers;
  }

  private HttpUrl url(RequestTarget target) {
    Place place = lastPlace;
    if (!place.path.equals(target.path())) {
      place = new Place(target.path(), endpoint.newBuilder().encodedPath(target.path()).build());
      lastPlace = place;
    }
    boolean bare = target.query().isEmpty();
    return bare ? place.url : place.url.newBuilder().encodedQuery(target.query()).build();
  }

  private static @Nullable RequestBody body(ApiRequest request) {
    return request.hasBody() ? RequestBody.create(request.body(), JSON) : null;
  }
}
