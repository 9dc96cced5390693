package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from environment variables, which do not change while a process runs: those of an
 * identity provider, otherwise keys. The service's own SDK has this order.
 */
public final class EnvironmentCredentials implements CredentialsSource {

  private static final String WHERE = "environment variables";
  private static final String ACCESS_KEY = "HUAWEICLOUD_SDK_AK";
  private static final String SECRET_KEY = "HUAWEICLOUD_SDK_SK";
  private static final String SECURITY_TOKEN = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
  private static final String PROJECT_ID = "HUAWEICLOUD_SDK_PROJECT_ID";
  private static final String IDENTITY_PROVIDER = "HUAWEICLOUD_SDK_IDP_ID";
  private static final String ID_TOKEN_FILE = "HUAWEICLOUD_SDK_ID_TOKEN_FILE";

  private final CredentialsFields variables;
  private final Federation federation;
  private volatile @Nullable CredentialsSource found;

  /** Makes the provider of a federated user's keys. */
  @FunctionalInterface
  public interface Federation {

    HuaweiCredentialsProvider keysOf(String identityProvider, Path idTokenFile);
  }

  public EnvironmentCredentials(Environment environment, Federation federation) {
    this.variables = new CredentialsFields(environment);
    this.federation = federation;
  }

  @Override
  public @Nullable HuaweiCredentials known() {
    CredentialsSource source = found;
    return source == null ? null : source.known();
  }

  @Override
  public boolean isDue() {
    CredentialsSource source = found;
    return source != null && source.isDue();
  }

  /** Who names an identity provider does not mean the keys of another user. */
  @Override
  public boolean isNamed() {
    return variables.optional(IDENTITY_PROVIDER) != null
        && variables.optional(ID_TOKEN_FILE) != null;
  }

  @Override
  public HuaweiCredentials credentials() {
    return source().credentials();
  }

  /** One for all who ask: a federated user's keys are kept in it. */
  private synchronized CredentialsSource source() {
    CredentialsSource known = found;
    if (known == null) {
      known = search();
      found = known;
    }
    return known;
  }

  private CredentialsSource search() {
    String identityProvider = variables.optional(IDENTITY_PROVIDER);
    String idTokenFile = variables.optional(ID_TOKEN_FILE);
    return identityProvider != null && idTokenFile != null
        ? federated(identityProvider, idTokenFile)
        : new FixedCredentials(
            variables.read(WHERE, ACCESS_KEY, SECRET_KEY, SECURITY_TOKEN, PROJECT_ID));
  }

  private CredentialsSource federated(String identityProvider, String idTokenFile) {
    String project = variables.optional(PROJECT_ID);
    try {
      CredentialsSource keys =
          CredentialsSource.of(federation.keysOf(identityProvider, Path.of(idTokenFile)));
      return project == null ? keys : new ProjectCredentials(keys, project);
    } catch (IllegalArgumentException malformed) {
      throw new MissingCredentialsException(WHERE + ": " + malformed.getMessage());
    }
  }
}
