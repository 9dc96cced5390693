package dev.roster;

import org.jspecify.annotations.Nullable;

/**
 * One request with a provider's native client, for {@link RosterClient#callNative}. It is called
 * once for each attempt of the call, and must
 *
 * <ul>
 *   <li>make exactly one request, on the thread that it is called on, and return when it has read
 *       the response: a second request is refused where the provider can tell, before it is sent;
 *   <li>not keep the native client beyond its return;
 *   <li>not retry, and not catch what it cannot handle: what it throws is what the call is judged
 *       by, so that a throttled request is retried only if its error gets out.
 * </ul>
 *
 * @param <N> the type of the native client
 * @param <T> what the function returns
 */
@FunctionalInterface
public interface NativeFunction<N, T extends @Nullable Object> {

  /**
   * Makes the request.
   *
   * @param nativeClient the native client, for this attempt
   * @return what the call returns; can be null
   * @throws Exception whatever the native client throws; anything else counts as {@link
   *     ErrorCode#UNKNOWN}, and {@link RosterException#unwrap} gives it
   */
  T call(N nativeClient) throws Exception;
}
