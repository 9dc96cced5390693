package dev.roster.aws.internal.driver;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreServiceClientConfiguration;
import software.amazon.awssdk.services.identitystore.endpoints.IdentitystoreEndpointParams;
import software.amazon.awssdk.services.identitystore.endpoints.IdentitystoreEndpointProvider;

/**
 * Where the SDK sends a client's requests, by its own rules: the region, FIPS, dual-stack, and
 * every setting, variable and file that can name an address. No public method of the SDK tells it
 * before a request, so the SDK is asked by a request that ends as soon as it knows. Thread-safe.
 */
final class SdkEndpoint implements SdkPlugin {

  /** Ends a request of which only the address is wanted. */
  private static final class AskedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AskedException() {
      super("only the address was wanted", null, false, false);
    }
  }

  private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);
  private volatile @Nullable URI known;

  @Override
  public void configureClient(SdkServiceClientConfiguration.Builder configuration) {
    if (configuration instanceof IdentitystoreServiceClientConfiguration.Builder client) {
      IdentitystoreEndpointProvider rules =
          client.endpointProvider() instanceof IdentitystoreEndpointProvider chosen
              ? chosen
              : IdentitystoreEndpointProvider.defaultProvider();
      IdentitystoreEndpointProvider watched = parameters -> watched(rules, parameters);
      client.endpointProvider(watched);
    }
  }

  private CompletableFuture<Endpoint> watched(
      IdentitystoreEndpointProvider rules, IdentitystoreEndpointParams parameters) {
    CompletableFuture<Endpoint> found = rules.resolveEndpoint(parameters);
    if (known == null) {
      known = found.join().endpointUrl().toUri();
    }
    if (asking.get()) {
      throw new AskedException();
    }
    return found;
  }

  /** The address of a request that was made; null before the first. */
  @Nullable URI known() {
    return known;
  }

  /** The address; what the SDK fails with where it finds none, is thrown. */
  URI of(IdentitystoreClient sdk) {
    if (known == null) {
      ask(sdk);
    }
    return Objects.requireNonNull(known, "the SDK resolves an address for each request");
  }

  private void ask(IdentitystoreClient sdk) {
    asking.set(true);
    try {
      sdk.listGroups(request -> request.identityStoreId("d-0000000000"));
    } catch (RuntimeException ended) {
      if (known == null) {
        throw ended;
      }
    } finally {
      asking.remove();
    }
  }
}
