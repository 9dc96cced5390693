package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Exchanges the keys of a user at STS for temporary keys of an agency. */
public final class StsCredentials implements HuaweiCredentialsProvider {

  private static final String PATH = "/v5/agencies/assume";

  private final IamExchange sts;
  private final HuaweiCredentialsProvider user;
  private final Session session;
  private final Clock clock;

  /**
   * What is asked for.
   *
   * @param agencyUrn the agency
   * @param name the name of the session, which the audit logs of the cloud show
   * @param externalId what the agency demands of its users, if it demands one
   * @param duration for how long the keys are asked for
   */
  public record Session(
      String agencyUrn, String name, @Nullable String externalId, Duration duration) {}

  public StsCredentials(
      IamExchange sts, HuaweiCredentialsProvider user, Session session, Clock clock) {
    this.sts = sts;
    this.user = user;
    this.session = session;
    this.clock = clock;
  }

  @Override
  public HuaweiCredentials credentials() {
    byte[] body = body();
    return sts.keys(
        "agency '%s'".formatted(session.agencyUrn()),
        PATH,
        body,
        SignedHeaders.of(sts.endpoint(), PATH, body, user.credentials(), clock.instant()),
        KeyDocument.OF_STS);
  }

  private byte[] body() {
    return IamExchange.object(
        json -> {
          json.writeNumberProperty("duration_seconds", session.duration().toSeconds());
          json.writeStringProperty("agency_urn", session.agencyUrn());
          json.writeStringProperty("agency_session_name", session.name());
          if (session.externalId() != null) {
            json.writeStringProperty("external_id", session.externalId());
          }
        });
  }
}
