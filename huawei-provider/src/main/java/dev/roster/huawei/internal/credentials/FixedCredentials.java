package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import java.util.Objects;

/** Credentials that never change. Not a record, whose text would be theirs. */
public final class FixedCredentials implements CredentialsSource {

  private final HuaweiCredentials credentials;

  public FixedCredentials(HuaweiCredentials credentials) {
    this.credentials = Objects.requireNonNull(credentials, "credentials must not be null");
  }

  @Override
  public HuaweiCredentials known() {
    return credentials;
  }

  @Override
  public HuaweiCredentials credentials() {
    return credentials;
  }
}
