package dev.roster.spi;

import dev.roster.NativeFunction;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A driver whose native client applications can use for requests of their own. Those are paced,
 * retried and limited in time by the client, as all others are.
 */
public interface CallsNatively {

  /**
   * The types of native client that {@link #callNative} knows.
   *
   * @return never empty; the same at every call
   */
  Set<Class<?>> nativeTypes();

  /**
   * Has a function make one request.
   *
   * <p>The native client that the function gets MUST make no request that its attempt does not
   * cover: it is aborted as every attempt is ({@link AttemptContext#onAbort}), and a second request
   * of the same attempt is refused before it is sent. Where a driver cannot do either, its
   * documentation MUST say so. No secret of the driver may be sent to another host than the
   * service's.
   *
   * <p>{@link MembershipDriver#describe} is asked about what this method throws. It MUST say {@link
   * Reach#NOT_SENT} or {@link Reach#REFUSED} only where that holds for everything that the function
   * did, because such a write is retried. A conflict is {@link dev.roster.ErrorCode#CONFLICT}, and
   * {@link dev.roster.ErrorCode#ALREADY_MEMBER} only where it surely is about a membership.
   *
   * @param type one of {@link #nativeTypes()}
   * @param function makes the request
   * @param attempt the attempt
   * @param <N> the type of the native client
   * @param <T> what the function returns
   * @return what the function returned
   * @throws Exception what the function threw, or what the driver made of it
   */
  <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeFunction<? super N, T> function, AttemptContext attempt)
      throws Exception;
}
