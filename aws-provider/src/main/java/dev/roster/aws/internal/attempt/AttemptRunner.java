package dev.roster.aws.internal.attempt;

import dev.roster.spi.AttemptContext;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreRequest;

/** How one attempt is kept within its time. */
public enum AttemptRunner {

  /** By aborting the request: for clients that have our HTTP client inside. */
  ABORTING {
    @Override
    public <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt) {
      return request;
    }

    @Override
    public <T> T run(AttemptContext attempt, Supplier<T> call) {
      CurrentAttempt current = CurrentAttempt.begin(attempt, false);
      try {
        return call.get();
      } catch (RuntimeException failure) {
        throw current.described(failure);
      } finally {
        current.end();
      }
    }
  },

  /**
   * By the SDK's own timer: for clients that we were given ready-made. The timeout is that of the
   * whole SDK call, not of an SDK attempt, because such a client may have retries of its own.
   */
  TIMED {
    @Override
    public <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt) {
      request.overrideConfiguration(options -> options.apiCallTimeout(attempt.timeLeft()));
      return request;
    }

    @Override
    public <T> T run(AttemptContext attempt, Supplier<T> call) {
      try {
        return call.get();
      } catch (SdkServiceException refused) {
        attempt.httpStatus(refused.statusCode());
        throw refused;
      }
    }
  };

  /** Runs what the application does with the SDK's client; its own timeouts are not known here. */
  public static <T extends @Nullable Object> T runNative(
      AttemptContext attempt, Callable<T> function) throws Exception {
    CurrentAttempt current = CurrentAttempt.begin(attempt, true);
    try {
      return function.call();
    } catch (Exception failure) {
      throw current.ofFunction(failure);
    } finally {
      current.end();
    }
  }

  public abstract <B extends IdentitystoreRequest.Builder> B limit(
      B request, AttemptContext attempt);

  public abstract <T> T run(AttemptContext attempt, Supplier<T> call);
}
