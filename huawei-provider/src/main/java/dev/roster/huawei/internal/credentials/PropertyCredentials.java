package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import org.jspecify.annotations.Nullable;

/** Credentials from system properties, which can change at any time and cost nothing to read. */
public final class PropertyCredentials implements CredentialsSource {

  private static final String ACCESS_KEY = "huaweicloud.sdk.ak";
  private static final String SECRET_KEY = "huaweicloud.sdk.sk";
  private static final String SECURITY_TOKEN = "huaweicloud.sdk.securityToken";
  private static final String PROJECT_ID = "huaweicloud.sdk.projectId";

  private final Environment properties;

  public PropertyCredentials(Environment properties) {
    this.properties = properties;
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    try {
      return credentials();
    } catch (MissingCredentialsException none) {
      return null;
    }
  }

  @Override
  public HuaweiCredentials credentials() {
    return new CredentialsFields(properties)
        .read("system properties", ACCESS_KEY, SECRET_KEY, SECURITY_TOKEN, PROJECT_ID);
  }
}
