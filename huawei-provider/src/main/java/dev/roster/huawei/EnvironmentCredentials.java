package dev.roster.huawei;

/** Credentials from environment variables. */
final class EnvironmentCredentials implements HuaweiCredentialsProvider {

  private static final String ACCESS_KEY = "HUAWEICLOUD_SDK_AK";
  private static final String SECRET_KEY = "HUAWEICLOUD_SDK_SK";
  private static final String SECURITY_TOKEN = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
  private static final String PROJECT_ID = "HUAWEICLOUD_SDK_PROJECT_ID";

  private final Environment environment;

  EnvironmentCredentials(Environment environment) {
    this.environment = environment;
  }

  @Override
  public HuaweiCredentials credentials() {
    return new CredentialsFields(name -> environment.get(name))
        .read("environment variables", ACCESS_KEY, SECRET_KEY, SECURITY_TOKEN, PROJECT_ID);
  }
}
