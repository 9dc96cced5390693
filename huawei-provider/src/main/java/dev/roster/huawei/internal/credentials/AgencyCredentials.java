package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.time.Clock;
import java.time.Duration;

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
        IamExchange.KEYS_PATH,
        body,
        SignedHeaders.of(
            iam.endpoint(), IamExchange.KEYS_PATH, body, user.credentials(), clock.instant()),
        KeyDocument.OF_IAM);
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
}
