package dev.roster.sync;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the service's id of each thread's last request, so that an audit can name it. It is a
 * listener of the client that a {@link SyncRun} uses:
 *
 * <pre>{@code
 * RequestIds requestIds = new RequestIds();
 * try (RosterClient client = RosterClient.builder(uri).listener(requestIds).build()) {
 *   SyncRun.builder(client, directory).requestIds(requestIds).build();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Where one request changes several members, they have the same id.
 */
public final class RequestIds implements CallListener {

  private final ThreadLocal<@Nullable String> last = new ThreadLocal<>();

  /** A listener that knows no request. */
  public RequestIds() {}

  @Override
  public void operationStarted(CallInfo call) {
    last.remove();
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    remember(result);
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    remember(result);
  }

  private void remember(AttemptResult result) {
    result.requestId().ifPresent(last::set);
  }

  /** The last request of the calling thread, which the listeners of bulk runs are notified on. */
  Optional<String> ofThisThread() {
    return Optional.ofNullable(last.get());
  }
}
