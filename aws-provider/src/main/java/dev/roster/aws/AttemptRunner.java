package dev.roster.aws;

import dev.roster.spi.AttemptContext;
import java.util.function.Supplier;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreRequest;

/** How one attempt is kept within its time. */
enum AttemptRunner {

  /** By aborting the request: for clients that have our HTTP client inside. */
  ABORTING {
    @Override
    <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt) {
      return request;
    }

    @Override
    <T> T run(AttemptContext attempt, Supplier<T> call) {
      return CurrentAttempt.run(attempt, call);
    }
  },

  /**
   * By the SDK's own timer: for clients that we were given ready-made. The timeout is that of the
   * whole SDK call, not of an SDK attempt, because such a client may have retries of its own.
   */
  TIMED {
    @Override
    <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt) {
      request.overrideConfiguration(options -> options.apiCallTimeout(attempt.timeLeft()));
      return request;
    }

    @Override
    <T> T run(AttemptContext attempt, Supplier<T> call) {
      return call.get();
    }
  };

  abstract <B extends IdentitystoreRequest.Builder> B limit(B request, AttemptContext attempt);

  abstract <T> T run(AttemptContext attempt, Supplier<T> call);
}
