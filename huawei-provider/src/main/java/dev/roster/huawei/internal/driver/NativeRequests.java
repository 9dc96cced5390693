package dev.roster.huawei.internal.driver;

import dev.roster.huawei.internal.http.BodyReader;
import dev.roster.huawei.internal.http.CappedInputStream;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.requests.ApiRequest;
import dev.roster.huawei.internal.signing.RequestTarget;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Reads what the application asks for, and the response to it. */
final class NativeRequests {

  private NativeRequests() {}

  /** The request in the form that is signed: its address encoded anew, its body here. */
  static ApiRequest read(Request given) throws IOException {
    return ApiRequest.ofApplication(given.method(), target(given.url()), body(given.body()));
  }

  private static RequestTarget target(HttpUrl url) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    for (int index = 0; index < url.querySize(); index++) {
      query.add(
          Map.entry(
              url.queryParameterName(index),
              Objects.requireNonNullElse(url.queryParameterValue(index), "")));
    }
    return RequestTarget.of(url.pathSegments(), query);
  }

  private static byte[] body(@Nullable RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    if (body != null) {
      body.writeTo(buffer);
    }
    return buffer.readByteArray();
  }

  /**
   * A success with a body that has been read to its end.
   *
   * @throws InvalidResponseException if nothing shows that it is the service's
   * @throws IOException if it is too long, or may have been cut
   */
  static Response whole(Response response, @Nullable String requestId)
      throws IOException, InvalidResponseException {
    byte[] octets;
    try (InputStream body = CappedInputStream.of(response)) {
      octets = body.readAllBytes();
    }
    if (!BodyReader.hasKnownEnd(response)) {
      throw BodyReader.cut();
    }
    Exchange.requireProof(octets.length == 0, requestId);
    return response
        .newBuilder()
        .body(ResponseBody.create(octets, response.body().contentType()))
        .build();
  }
}
