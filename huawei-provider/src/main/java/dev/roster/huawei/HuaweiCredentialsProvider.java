package dev.roster.huawei;

import dev.roster.huawei.internal.credentials.CredentialsChain;
import dev.roster.huawei.internal.credentials.EnvironmentCredentials;
import dev.roster.huawei.internal.credentials.FixedCredentials;
import dev.roster.huawei.internal.credentials.InstanceMetadataCredentials;
import dev.roster.huawei.internal.credentials.ProfileFileCredentials;
import dev.roster.huawei.internal.credentials.PropertyCredentials;
import dev.roster.huawei.internal.credentials.RefreshingCredentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Where credentials come from. The providers of this interface nearly always have them in memory.
 * What must be fetched is fetched by a daemon thread of the driver, once for all calls that wait.
 *
 * <p>An application's own implementation is asked for every request, on that thread, so that
 * rotated keys take effect at once. Requests that begin while it is being asked share its result. A
 * call waits for it within its deadline, and an interrupt or a close ends the wait at once. The
 * implementation itself is interrupted by a close only. One that ignores interrupts keeps the
 * daemon thread until it returns. It must not depend on thread-locals of the caller. After a
 * failure it is not asked for five seconds; calls then fail with that failure.
 */
@FunctionalInterface
public interface HuaweiCredentialsProvider {

  /**
   * The credentials to sign with now.
   *
   * @return credentials that the service still accepts
   * @throws RuntimeException if there are none; the call then fails as {@link
   *     dev.roster.ErrorCode#UNAUTHENTICATED}, nothing having been sent
   */
  HuaweiCredentials credentials();

  /**
   * Fixed credentials.
   *
   * @param credentials what to sign with
   * @return a provider that always returns them
   */
  static HuaweiCredentialsProvider of(HuaweiCredentials credentials) {
    return new FixedCredentials(credentials);
  }

  /**
   * The environment variables that the service's own SDK reads, in its order. Where {@code
   * HUAWEICLOUD_SDK_IDP_ID} and {@code HUAWEICLOUD_SDK_ID_TOKEN_FILE} are both set, the keys of a
   * federated user, as {@link HuaweiIam#identityProvider} of {@link HuaweiIam#standard()} gives
   * them; otherwise {@code HUAWEICLOUD_SDK_AK} and {@code HUAWEICLOUD_SDK_SK}, with the optional
   * {@code HUAWEICLOUD_SDK_SECURITY_TOKEN}. {@code HUAWEICLOUD_SDK_PROJECT_ID} is optional for
   * both.
   *
   * @return a provider that keeps what it found: the environment of a process does not change
   */
  static HuaweiCredentialsProvider environment() {
    return new EnvironmentCredentials(
        System::getenv,
        (identityProvider, idTokenFile) ->
            HuaweiIam.standard().identityProvider(identityProvider, idTokenFile));
  }

  /**
   * The system properties {@code huaweicloud.sdk.ak} and {@code huaweicloud.sdk.sk}, with the
   * optional {@code huaweicloud.sdk.securityToken} and {@code huaweicloud.sdk.projectId}, for test
   * keys. The names are Roster's own: no SDK of the service reads them, and every line of a process
   * list shows what a command line sets.
   *
   * @return a provider that reads them for every request
   */
  static HuaweiCredentialsProvider systemProperties() {
    return new PropertyCredentials(System::getProperty);
  }

  /**
   * The section {@code [basic]} of the profile file, which is named by the environment variable
   * {@code HUAWEICLOUD_SDK_CREDENTIALS_FILE} and otherwise is {@code ~/.huaweicloud/credentials}.
   *
   * @return a provider as that of {@link #profileFile(Path)}
   */
  static HuaweiCredentialsProvider profileFile() {
    return new ProfileFileCredentials(ProfileFileCredentials.standardPath(System::getenv));
  }

  /**
   * The section {@code [basic]} of a profile file, with the keys {@code ak} and {@code sk} and the
   * optional {@code security_token} and {@code project_id}. A byte order mark is permitted.
   *
   * <p>A changed file is read again. While it cannot be read or lacks keys, as happens while it is
   * being rewritten, the earlier keys are kept. A file that looks incomplete counts two seconds
   * after its last change.
   *
   * @param file the file
   * @return a provider that reads the file again when it has changed
   */
  static HuaweiCredentialsProvider profileFile(Path file) {
    return new ProfileFileCredentials(file);
  }

  /**
   * The temporary keys of the agency that is bound to the cloud server on which this program runs.
   * Asks {@code http://169.254.169.254}, never through a proxy, with timeouts of three seconds. On
   * any other machine that costs a timeout, so it is not part of {@link #standard()}. The keys are
   * kept, and refreshed half an hour before they expire, or in the last third of their life if that
   * is shorter; calls go on with the old ones meanwhile. After a failure the service is asked again
   * in a minute, or in five seconds where there are no keys.
   *
   * @return a new provider with its own memory; share it between clients
   */
  static HuaweiCredentialsProvider instanceMetadata() {
    Clock clock = Clock.systemUTC();
    return new RefreshingCredentials(
        new InstanceMetadataCredentials(InstanceMetadataCredentials.SERVICE, clock), clock);
  }

  /**
   * Several providers in order: the first that has credentials wins, and is asked first from then
   * on. If none has any, the error includes the reason of each. Where the environment names an
   * identity provider that gives no keys, no later provider is asked: they would be another user's.
   * That holds for a chain within a chain too, and not for the user of an agency: after an agency
   * that fails, the next provider is asked.
   *
   * @param providers at least one
   * @return a provider over all of them
   * @throws IllegalArgumentException if the list is empty
   */
  static HuaweiCredentialsProvider chain(List<HuaweiCredentialsProvider> providers) {
    return new CredentialsChain(providers);
  }

  /**
   * What is used where nothing is configured: {@link #systemProperties()}, {@link #environment()},
   * then {@link #profileFile()}.
   *
   * @return a new provider
   */
  static HuaweiCredentialsProvider standard() {
    return chain(List.of(systemProperties(), environment(), profileFile()));
  }
}
