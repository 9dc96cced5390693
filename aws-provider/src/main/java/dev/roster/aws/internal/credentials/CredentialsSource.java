package dev.roster.aws.internal.credentials;

import dev.roster.aws.internal.attempt.CurrentAttempt;
import dev.roster.spi.AttemptContext;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/**
 * A provider of credentials that knows where it looks, so that an error can say it, and that turns
 * every failure into one about credentials: those of the services behind some providers look just
 * like those of the identity store. What a provider says itself is kept as the cause and not shown:
 * it may repeat what a credentials program printed.
 */
final class CredentialsSource implements IdentityProvider<AwsCredentialsIdentity> {

  private final IdentityProvider<? extends AwsCredentialsIdentity> provider;
  private final String lookedIn;
  private final Secrets secrets;

  CredentialsSource(
      IdentityProvider<? extends AwsCredentialsIdentity> provider,
      String lookedIn,
      Secrets secrets) {
    this.provider = provider;
    this.lookedIn = lookedIn;
    this.secrets = secrets;
  }

  @Override
  public Class<AwsCredentialsIdentity> identityType() {
    return AwsCredentialsIdentity.class;
  }

  @Override
  public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
    AwsCredentialsIdentity found = find(request);
    if (found == null || !isUsable(found)) {
      throw new CredentialsException(lookedIn, null);
    }
    secrets.remember(found);
    return CompletableFuture.completedFuture(found);
  }

  private @Nullable AwsCredentialsIdentity find(ResolveIdentityRequest request) {
    try {
      return await(provider.resolveIdentity(request));
    } catch (VirtualMachineError broken) {
      throw broken;
    } catch (Throwable failure) {
      throw new CredentialsException(lookedIn, failure);
    }
  }

  /** Without either part, requests go out unsigned, which is what anonymous credentials are for. */
  private static boolean isUsable(AwsCredentialsIdentity credentials) {
    return (credentials.accessKeyId() == null) == (credentials.secretAccessKey() == null);
  }

  /** A wait for credentials ends with the attempt that needs them; the look for them goes on. */
  private static @Nullable AwsCredentialsIdentity await(
      @Nullable CompletableFuture<? extends AwsCredentialsIdentity> future) throws Throwable {
    if (future == null) {
      return null;
    }
    CompletableFuture<AwsCredentialsIdentity> waiting = new CompletableFuture<>();
    var unused = future.whenComplete((found, failure) -> complete(waiting, found, failure));
    endWithAttempt(waiting);
    return join(waiting);
  }

  private static void endWithAttempt(CompletableFuture<AwsCredentialsIdentity> waiting) {
    AttemptContext attempt = CurrentAttempt.get();
    if (attempt != null && !waiting.isDone()) {
      attempt.onAbort(
          () -> waiting.completeExceptionally(new CancellationException("the attempt was ended")));
    }
  }

  private static void complete(
      CompletableFuture<AwsCredentialsIdentity> waiting,
      AwsCredentialsIdentity found,
      @Nullable Throwable failure) {
    if (failure == null) {
      waiting.complete(found);
    } else {
      waiting.completeExceptionally(failure);
    }
  }

  private static @Nullable AwsCredentialsIdentity join(
      CompletableFuture<AwsCredentialsIdentity> waiting) throws Throwable {
    try {
      return waiting.get();
    } catch (ExecutionException failed) {
      throw Objects.requireNonNullElse(failed.getCause(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw interrupted;
    }
  }

  @Override
  public String toString() {
    return "credentials from " + lookedIn;
  }
}
