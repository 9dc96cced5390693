package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.huawei.internal.signing.CanonicalRequest;
import dev.roster.huawei.internal.signing.RequestSigner;
import dev.roster.huawei.internal.signing.RequestTarget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/** The headers of a request for keys that a user's keys sign. */
final class SignedHeaders {

  private SignedHeaders() {}

  static Map<String, String> of(
      HttpUrl endpoint, String path, byte[] body, HuaweiCredentials keys, Instant now) {
    String date = RequestSigner.date(now);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", Endpoint.hostHeader(endpoint));
    headers.put("X-Sdk-Date", date);
    keys.securityToken().ifPresent(token -> headers.put("X-Security-Token", token));
    CanonicalRequest request =
        new CanonicalRequest("POST", new RequestTarget(path, ""), headers, body);
    headers.put(
        "Authorization",
        RequestSigner.authorization(request, date, keys.accessKey(), keys.secretKey()));
    return headers;
  }
}
