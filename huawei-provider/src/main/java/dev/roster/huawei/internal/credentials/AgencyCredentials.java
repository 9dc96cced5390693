package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.internal.http.Endpoint;
import dev.roster.huawei.internal.signing.CanonicalRequest;
import dev.roster.huawei.internal.signing.RequestSigner;
import dev.roster.huawei.internal.signing.RequestTarget;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exchanges the keys of a user for temporary keys of an agency that trusts the user's account. */
public final class AgencyCredentials implements HuaweiCredentialsProvider {

  private final IamExchange iam;
  private final HuaweiCredentialsProvider user;
  private final String domainName;
  private final String agencyName;
  private final Duration duration;
  private final Clock clock;

  public AgencyCredentials(
      IamExchange iam,
      HuaweiCredentialsProvider user,
      String domainName,
      String agencyName,
      Duration duration,
      Clock clock) {
    this.iam = iam;
    this.user = user;
    this.domainName = domainName;
    this.agencyName = agencyName;
    this.duration = duration;
    this.clock = clock;
  }

  @Override
  public HuaweiCredentials credentials() {
    byte[] body = body();
    return iam.keys(
        "agency '%s' of '%s'".formatted(agencyName, domainName),
        body,
        signed(body, user.credentials()));
  }

  private byte[] body() {
    return IamExchange.object(
        json -> {
          json.writeObjectPropertyStart("auth");
          json.writeObjectPropertyStart("identity");
          json.writeArrayPropertyStart("methods");
          json.writeString("assume_role");
          json.writeEndArray();
          json.writeObjectPropertyStart("assume_role");
          json.writeStringProperty("domain_name", domainName);
          json.writeStringProperty("agency_name", agencyName);
          json.writeNumberProperty("duration_seconds", duration.toSeconds());
          json.writeEndObject();
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private Map<String, String> signed(byte[] body, HuaweiCredentials keys) {
    String date = RequestSigner.date(clock.instant());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", Endpoint.hostHeader(iam.endpoint()));
    headers.put("X-Sdk-Date", date);
    keys.securityToken().ifPresent(token -> headers.put("X-Security-Token", token));
    CanonicalRequest request =
        new CanonicalRequest("POST", new RequestTarget(IamExchange.KEYS_PATH, ""), headers, body);
    headers.put(
        "Authorization",
        RequestSigner.authorization(request, date, keys.accessKey(), keys.secretKey()));
    return headers;
  }
}
