package dev.roster.huawei;

import java.util.Objects;

/** Credentials that never change. Not a record, whose text would be theirs. */
final class FixedCredentials implements CredentialsSource {

  private final HuaweiCredentials credentials;

  FixedCredentials(HuaweiCredentials credentials) {
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
