package dev.roster.aws.internal.http;

import dev.roster.aws.internal.attempt.CurrentAttempt;
import dev.roster.spi.AttemptContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Any HTTP client of the SDK, with requests that end at once when their attempt is aborted: the
 * SDK's own clients read on after an interrupt until the server responds.
 */
public final class AbortableHttpClient implements SdkHttpClient {

  private static final String OF_THE_JDK = "UrlConnection";

  private final SdkHttpClient client;
  private final KnownProxies proxies;
  private final Set<AbortableRequest> unfinished = ConcurrentHashMap.newKeySet();

  /** Over a client that was given, whose proxies are the SDK's choice. */
  public AbortableHttpClient(SdkHttpClient client) {
    this(client, SdkProxies::of);
  }

  AbortableHttpClient(SdkHttpClient client, KnownProxies proxies) {
    this.client = client;
    this.proxies = proxies;
  }

  /**
   * The same for a client that the SDK makes, and closes, itself.
   *
   * @param made is given the client once the SDK has made it
   */
  public static SdkHttpClient.Builder<?> builder(
      SdkHttpClient.Builder<?> builder, Consumer<SdkHttpClient> made) {
    return new Builder(builder, made);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    AttemptContext attempt = CurrentAttempt.get();
    if (attempt == null) {
      return client.prepareRequest(request);
    }
    // First: a proxy that cannot be used is a failure before anything is sent.
    NamedProxy proxy = proxies.of(request.httpRequest());
    CurrentAttempt.requested();
    return abortable(request, attempt, proxy);
  }

  private AbortableRequest abortable(
      HttpExecuteRequest request, AttemptContext attempt, @Nullable NamedProxy proxy) {
    attempt.server(request.httpRequest().host(), request.httpRequest().port());
    RequestProgress progress = new RequestProgress();
    ExecutableHttpRequest prepared = client.prepareRequest(progress.watching(request));
    return new AbortableRequest(
        prepared, proxy, progress, attempt, !clientName().equals(OF_THE_JDK), unfinished);
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  /** Later, but without holding up the caller, where a request would lose its socket by it. */
  @Override
  public void close() {
    if (unfinished.stream().anyMatch(AbortableRequest::isInConnectWindow)) {
      AbortRetries.later(this::close);
    } else {
      client.close();
    }
  }

  private static final class Builder implements SdkHttpClient.Builder<Builder> {

    private final SdkHttpClient.Builder<?> builder;
    private final Consumer<SdkHttpClient> made;

    Builder(SdkHttpClient.Builder<?> builder, Consumer<SdkHttpClient> made) {
      this.builder = builder;
      this.made = made;
    }

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      SdkHttpClient client = new AbortableHttpClient(builder.buildWithDefaults(defaults));
      made.accept(client);
      return client;
    }
  }
}
