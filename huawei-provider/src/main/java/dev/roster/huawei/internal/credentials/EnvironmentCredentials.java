package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import org.jspecify.annotations.Nullable;

/** Credentials from environment variables, which do not change while a process runs. */
public final class EnvironmentCredentials implements CredentialsSource {

  private static final String ACCESS_KEY = "HUAWEICLOUD_SDK_AK";
  private static final String SECRET_KEY = "HUAWEICLOUD_SDK_SK";
  private static final String SECURITY_TOKEN = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
  private static final String PROJECT_ID = "HUAWEICLOUD_SDK_PROJECT_ID";

  private final Environment environment;
  private volatile @Nullable HuaweiCredentials found;

  public EnvironmentCredentials(Environment environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    return found;
  }

  @Override
  public HuaweiCredentials credentials() {
    HuaweiCredentials known = found;
    if (known == null) {
      known =
          new CredentialsFields(environment)
              .read("environment variables", ACCESS_KEY, SECRET_KEY, SECURITY_TOKEN, PROJECT_ID);
      found = known;
    }
    return known;
  }
}
